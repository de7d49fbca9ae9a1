import { describe, expect, it, vi } from 'vitest'

// The reader's language is looked up as texts are imported.
vi.stubGlobal('localStorage', { getItem: () => 'zh-CN' })
vi.stubGlobal('document', { documentElement: {} })
const { mendOf } = await import('./test-call-locale.ts')

describe('how a test call that went wrong is mended', () => {
  it.each([
    ['address-refused', 'mend-address'],
    ['timeout', 'mend-timeout'],
    ['net-enotfound', 'mend-name'],
    ['net-econnreset', 'mend-network'],
    ['net-cert-has-expired', 'mend-certificate'],
    ['net-depth-zero-self-signed-cert', 'mend-certificate'],
    ['net-err-tls-cert-altname-invalid', 'mend-certificate'],
    ['http-302', 'mend-redirect'],
    ['http-401', 'mend-credentials'],
    ['http-422', 'mend-data'],
    ['http-429', 'mend-later'],
    ['http-503', 'mend-server'],
  ])('%s: %s', (reason, mend) => expect(mendOf(reason)).toBe(mend))
})
