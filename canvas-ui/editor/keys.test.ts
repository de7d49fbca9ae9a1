import { expect, it } from 'vitest'
import { presses, written } from './keys.ts'

const press = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
})

it.each([
  [press('z', 'ctrl'), 'Mod+Z', true],
  [press('z', 'meta'), 'Mod+Z', true],
  [press('Z', 'ctrl', 'shift'), 'Mod+Z', false],
  [press('Z', 'ctrl', 'shift'), 'Mod+Shift+Z', true],
  [press('?', 'shift'), '?', true],
  [press('+', 'shift'), '+', true],
  [press('1'), '1', true],
  [press('1', 'ctrl'), '1', false],
  [press('c', 'alt'), 'C', false],
])('%j presses %s: %s', (event, keys, expected) => {
  expect(presses(event, keys)).toBe(expected)
})

it('keys are written as they are called', () => {
  expect(['Mod+Shift+Z', '+', '?'].map(written)).toEqual(['Ctrl Shift Z', '+', '?'])
})
