import { z } from 'zod'
import { isEmailAddress } from '../../address.ts'

const Address = z.string().refine(isEmailAddress, 'write one plain address, such as shop@example.com')

/** Settings of an account of channel `email`. The password comes from the environment and is never stored. */
export const EmailAccount = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535).default(587),
  /** `none` is for a server on this machine alone. */
  security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  user: z.string().min(1).max(320).optional(),
  from: z.strictObject({ name: z.string().trim().min(1).max(100), address: Address }),
  /** Where marketing mail says how to unsubscribe. An https page must take the POST of RFC 8058 and is told `message`. */
  unsubscribe: z.url({ protocol: /^(https|mailto)$/ }),
})
export type EmailAccount = z.infer<typeof EmailAccount>
