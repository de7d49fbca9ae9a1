import { describe, expect, it } from 'vitest'
import { secretBox } from './secret-box.ts'

const box = secretBox(() => 'a secret of the installation, long enough')

describe('a sealed secret', () => {
  it('opens in its place, and nowhere else', () => {
    const sealed = box.seal('密钥', 'account/1/2')
    expect(box.open(sealed, 'account/1/2')).toBe('密钥')
    expect(() => box.open(sealed, 'account/1/3')).toThrow()
    expect(() => secretBox(() => 'another secret').open(sealed, 'account/1/2')).toThrow()
  })

  it('is never sealed alike, and does not open where a byte was changed', () => {
    const [one, two] = [box.seal('x', 'p'), box.seal('x', 'p')]
    expect(one).not.toBe(two)
    const bytes = Buffer.from(one, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(() => box.open(bytes.toString('base64'), 'p')).toThrow()
  })

  it('needs the secret of the installation', () => {
    expect(() => secretBox(() => undefined).seal('x', 'p')).toThrow(/WAYMARK_SECRET/)
  })
})
