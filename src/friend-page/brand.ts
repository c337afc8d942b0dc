/** How the pages of a business look: a few tokens, everything else follows from them. */
import type { LocalizedText } from '../domain/program/document.ts';

export type Font = 'system' | 'humanist' | 'serif' | 'rounded';

/** Colours are `#rrggbb`. */
export interface BrandColors {
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
}

export interface Brand {
  readonly light: BrandColors;
  readonly dark: BrandColors;
  /** Pixels. */
  readonly radius: number;
  readonly font: Font;
}

export const DEFAULT_BRAND: Brand = {
  light: { ground: '#ffffff', ink: '#1d1b19', accent: '#a8321f' },
  dark: { ground: '#171615', ink: '#f2efec', accent: '#ff9d87' },
  radius: 14,
  font: 'system',
};

/** WCAG 2.2, 1.4.3: text of usual size. */
const LEAST_CONTRAST = 4.5;
const FONTS: Readonly<Record<Font, string>> = {
  system: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif',
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",source-sans-pro,sans-serif',
  serif: 'Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"DejaVu Serif",serif',
  rounded: 'ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",Calibri,"DejaVu Sans",sans-serif',
};

export interface ContrastIssue {
  /** As in `brand.light.accent`. */
  readonly field: string;
  readonly text: LocalizedText;
}

/** Each pair of colours that stands on one another and cannot be read, by its names and what it measures. */
export function findContrastIssues(brand: Brand): readonly ContrastIssue[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    (['ink', 'accent'] as const).flatMap((name) => {
      const colors = brand[scheme];
      const measured = Math.min(contrast(colors[name], colors.ground), contrast(colors[name], cardOf(colors)));
      if (measured >= LEAST_CONTRAST) return [];
      const shown = (Math.floor(measured * 100) / 100).toFixed(2);
      return [
        {
          field: `brand.${scheme}.${name}`,
          text: {
            ru: `${scheme}.${name} (${colors[name]}) на ${scheme}.ground (${colors.ground}): контраст ${shown.replace('.', ',')} : 1, нужно не меньше 4,5 : 1.`,
            en: `${scheme}.${name} (${colors[name]}) on ${scheme}.ground (${colors.ground}): a contrast of ${shown}:1, at least 4.5:1 is needed.`,
          },
        },
      ];
    }),
  );
}

/** The tokens as a style sheet; every value was checked when it was set. */
export function brandStyle(brand: Brand): string {
  return `:root{${variables(brand.light)}--radius:${brand.radius}px;--font:${FONTS[brand.font]}}
@media(prefers-color-scheme:dark){:root{${variables(brand.dark)}}}`;
}

/** The same tokens for what is printed: paper knows no dark theme. */
export function paperStyle({ light }: Brand, selector: string): string {
  return `${selector}{${variables(light)}color-scheme:light}`;
}

function variables(colors: BrandColors): string {
  const { ground, ink, accent } = colors;
  const card = cardOf(colors);
  return `--ground:${ground};--ink:${ink};--accent:${accent};--card:${card};--line:${mix(ink, ground, 0.18)};--quiet:${quietOf(colors)};--on-accent:${onColor(accent)};`;
}

function cardOf({ ground, ink }: BrandColors): string {
  return mix(ink, ground, 0.045);
}

/** The palest ink that can still be read on a card. */
function quietOf(colors: BrandColors): string {
  const card = cardOf(colors);
  for (const share of [0.66, 0.74, 0.82, 0.9]) {
    const quiet = mix(colors.ink, colors.ground, share);
    if (contrast(quiet, card) >= LEAST_CONTRAST + 0.3) return quiet;
  }
  return colors.ink;
}

/** Black or white: one of them can be read on any colour. */
function onColor(color: string): string {
  return contrast('#ffffff', color) >= contrast('#000000', color) ? '#ffffff' : '#000000';
}

function mix(color: string, base: string, share: number): string {
  const parts = channels(color).map((value, index) => Math.round(value * share + (channels(base)[index] ?? 0) * (1 - share)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
}
