import { z } from 'zod'
import { say } from '../../../core/say.ts'

const Header = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)
  .refine(
    (name) => !/^(host|content-.*|transfer-encoding|connection|webhook-.*)$/i.test(name),
    say('Waymark sets this header itself', '这个请求头由 Waymark 自己设置'),
  )

/** Headers that go with every call, by name. */
export const ServiceHeaders = z.record(
  Header,
  z
    .string()
    .max(2_000)
    .regex(/^[\x20-\x7e]*$/),
)

/** What goes with every call and is nobody's to read: kept sealed. */
export const ServiceSecrets = z.strictObject({ signing: z.string(), headers: ServiceHeaders })
export type ServiceSecrets = z.infer<typeof ServiceSecrets>

/** How many calls are made at the most, in a second or a minute. */
export const ServicePace = z.strictObject({ calls: z.int().min(1).max(1_000), per: z.enum(['second', 'minute']) })
export type ServicePace = z.infer<typeof ServicePace>

/** What somebody sets of a service that journeys may call. */
export const ServiceSettings = z.strictObject({
  name: z.string().trim().min(1).max(80),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine(
      (url) => {
        if (!URL.canParse(url)) return true // told by the check before
        const { username, password, hash } = new URL(url)
        return username + password + hash === ''
      },
      say('write the address without a name, a password or a #', '地址里不能有用户名、密码或 #'),
    ),
  timeoutSeconds: z.int().min(1).max(30).default(10),
})
export type ServiceSettings = z.infer<typeof ServiceSettings>

/** As an account of channel `service` keeps it. */
export const ServiceAccount = ServiceSettings.extend({ sealed: z.string() })
export type ServiceAccount = z.infer<typeof ServiceAccount>
