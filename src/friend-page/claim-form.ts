/** The form that keeps an invitation for who leaves a contact: who is answerable first, a needed yes and a free one apart, both unticked. */
import type { ConsentText, Controller } from './consent-texts.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { PageWords } from './page-words.ts';

export type ClaimProblem = 'contact' | 'consent' | 'stale';

export interface ClaimForm {
  /** Path on our own host. */
  readonly action: string;
  readonly token: string;
  readonly controller: Controller;
  readonly personalData: ConsentText;
  readonly advertising: ConsentText;
  /** What was wrong the last time, with what was typed; null the first time. */
  readonly refused: {
    readonly problem: ClaimProblem;
    readonly contact: string;
    readonly personalData: boolean;
    readonly advertising: boolean;
  } | null;
}

export function claimSection(form: ClaimForm, words: PageWords): Html {
  const { controller, refused } = form;
  const wrong = refused === null ? NOTHING : html`<p class="wrong" id="claim-wrong" role="alert">${words.problems[refused.problem]}</p>`;
  const hasWrongContact = refused?.problem === 'contact';
  const field = html`<p class="field"><label for="contact">${words.contact}</label><input id="contact" name="contact" type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="320" required value="${refused?.contact ?? ''}"${
    hasWrongContact ? html` aria-invalid="true" aria-describedby="claim-wrong"` : NOTHING
  }></p>`;
  return html`<section id="claim" class="card"><h2>${words.claimTitle}</h2><p>${words.claimLead}</p>${wrong}<form method="post" action="${form.action}"><input type="hidden" name="token" value="${form.token}">${field}${whoKeeps(controller, words)}${box('personalData', form.personalData.text, { isNeeded: true, isTicked: refused?.personalData === true, before: '' })}${box('advertising', form.advertising.text, { isNeeded: false, isTicked: refused?.advertising === true, before: `${words.optional} ` })}<button class="button" type="submit">${words.send}</button></form></section>`;
}

function whoKeeps({ name, address, contact, privacyUrl }: Controller, words: PageWords): Html {
  const named = address === null ? name : `${name}, ${address}`;
  return html`<p class="who">${words.who(named)} ${words.reach(contact)} <a href="${privacyUrl}" rel="noreferrer">${words.privacy}</a></p>`;
}

function box(
  name: string,
  text: string,
  { isNeeded, isTicked, before }: { readonly isNeeded: boolean; readonly isTicked: boolean; readonly before: string },
): Html {
  const marks = html`${isNeeded ? html` required` : NOTHING}${isTicked ? html` checked` : NOTHING}`;
  return html`<label class="check"><input type="checkbox" name="${name}" value="yes"${marks}><span>${before}${text}</span></label>`;
}
