import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { UserError } from '../core/errors.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals texts for tables, by the secret of the installation. `place` is part of the seal: moved elsewhere, it does not open. */
export interface SecretBox {
  seal(text: string, place: string): string
  /** Throws on what was sealed otherwise, for another place, or was changed. */
  open(sealed: string, place: string): string
}

/** The secret is asked for when it is first needed. Throws a UserError then where there is none. */
export function secretBox(secretOf: () => string | undefined): SecretBox {
  const keyOf = () => {
    const secret = secretOf()
    if (!secret)
      throw new UserError(
        'secret-unset',
        'Set WAYMARK_SECRET, the same for every process: it seals what is kept secret.',
      )
    return Buffer.from(hkdfSync('sha256', secret, '', 'waymark secret box', 32))
  }
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, keyOf(), iv).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64')
      const cipher = createDecipheriv(CIPHER, keyOf(), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(place))
      cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8')
    },
  }
}
