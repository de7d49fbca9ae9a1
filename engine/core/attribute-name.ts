import { z } from 'zod'
import { fieldHints } from './field-hint.ts'
import { say } from './say.ts'

/** A member is found and written to by these: they belong to whoever signs it up. */
const ADDRESSES: readonly string[] = ['email', 'phone']

/** An attribute of members that Waymark may write. */
export const OwnAttribute = z
  .string()
  .trim()
  .regex(/^[^\s.][^.]{0,63}$/, say('a name of up to 64 characters, without a dot', '名称最多 64 个字，不能含点'))
  .refine(
    (name) => !ADDRESSES.includes(name),
    say(
      'e-mail addresses and phone numbers are not changed here: send them by identify or import them',
      '邮箱和手机号不能在这里修改，请用 identify 接口或导入',
    ),
  )
  .register(fieldHints, { hint: { control: 'attribute' } })
