/** The elements of the widget; fetched by the loader when a page uses one. */
import { cabinetClass, offerClass, type Place } from './frame-element.ts';
import { shareClass } from './share-element.ts';

export function define(where: Place): void {
  const classes = { 'sarafan-cabinet': cabinetClass, 'sarafan-share': shareClass, 'sarafan-offer': offerClass };
  for (const [tag, make] of Object.entries(classes)) if (customElements.get(tag) === undefined) customElements.define(tag, make(where));
}
