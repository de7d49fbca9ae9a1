import { describe, expect, it } from 'vitest'
import CSS from './theme.css?raw'

/** Colour tokens of one rule of theme.css, by name. */
function tokensOf(selector: string): Map<string, string> {
  const from = CSS.indexOf(`${selector} {`)
  const rule = CSS.slice(from, CSS.indexOf('}', from))
  return new Map([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

/** WCAG 2.2, relative luminance of a colour `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PAGE = ['bg', 'canvas', 'surface', 'surface-2', 'surface-3'] as const
const CATEGORIES = ['trigger', 'condition', 'control-node', 'message', 'reward', 'member'] as const

/** Every ground a text token is used on. A part that writes on another one adds it here. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ink: [...PAGE, 'raised', 'brand-soft', 'ok-soft', 'warn-soft', 'bad-soft', 'bar', 'bad-tint'],
  'ink-2': [...PAGE, 'raised', 'brand-soft', 'ok-soft', 'warn-soft', 'bad-soft', 'bar'],
  'ink-3': [...PAGE, 'brand-soft'],
  'brand-text': [...PAGE, 'brand-soft'],
  'on-brand': ['brand', 'brand-hover'],
  ok: ['surface', 'surface-2', 'brand-soft', 'ok-soft'],
  warn: ['surface', 'surface-2', 'brand-soft', 'warn-soft'],
  bad: ['bg', 'surface', 'surface-2', 'surface-3', 'brand-soft', 'bad-soft'],
  // Tooltips, and the badge of a node with a problem.
  surface: ['ink', 'bad', 'warn'],
  ...Object.fromEntries(CATEGORIES.map((category) => [category, [`${category}-soft`]])),
}

/** Edges of controls, lines and marks that carry a meaning, on every ground they are drawn on. */
const GRAPHICS: Readonly<Record<string, readonly string[]>> = {
  control: ['bg', 'surface', 'surface-2'],
  edge: ['canvas', 'surface'],
  'bar-strong': ['surface'],
  brand: [...PAGE, 'brand-soft'],
  bad: ['canvas', 'surface'],
  warn: ['canvas', 'surface'],
  // The thumb of a switch.
  'on-brand': ['control', 'brand'],
}

const light = tokensOf(':root')
const dark = new Map([...light, ...tokensOf(':root[data-theme="dark"]')])

const colourOf = (tokens: Map<string, string>, name: string): string => {
  const colour = tokens.get(name)
  if (colour === undefined) throw new Error(`theme.css has no colour --${name}`)
  return colour
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  const pairs = (of: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(of).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const))

  it.each(pairs(TEXTS))('text in %s can be read on %s', (text, ground) => {
    expect(contrast(colourOf(tokens, text), colourOf(tokens, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(GRAPHICS))('%s can be seen on %s', (drawn, ground) => {
    expect(contrast(colourOf(tokens, drawn), colourOf(tokens, ground))).toBeGreaterThanOrEqual(3)
  })
})

it('the dark theme colours every token of the light one', () => {
  expect([...tokensOf(':root[data-theme="dark"]').keys()]).toEqual([...light.keys()])
})

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
