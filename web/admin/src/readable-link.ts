/** A link as people read it: letters stand for their percents, `/r/МАРИНА`, and open the same page. What could end or change the link stays encoded. */
export function readableLink(link: string): string {
  return link.replaceAll(/(?:%[0-9A-F]{2})+/gi, (percents) => {
    const text = decodeURIComponent(percents);
    return /^[\p{L}\p{N}]+$/u.test(text) ? text : percents;
  });
}
