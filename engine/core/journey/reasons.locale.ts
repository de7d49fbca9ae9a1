import { budgetWords } from '../budgets/budgets.locale.ts'
import { OVER_BUDGET } from '../budgets/budgets.ts'
import type { Language } from '../say.ts'
import { capWords } from '../sending/caps.locale.ts'

/** Why a message was not sent. Codes of providers are told as they came. */
const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    'member-closed': '会员已注销',
    'no-consent': '没有营销授权',
    'opted-out': '会员已退订',
    'no-address': '没有地址',
    'bad-address': '地址格式不对',
    suppressed: '地址在禁发名单里',
    'journey-stopped': '旅程已停止',
    'left-journey': '会员已离开旅程',
    'missing-variable': '变量没有值',
    'quiet-hours': '免打扰时段',
    cap: '触达上限',
    'over-budget': '预算已用完',
    'no-such-account': '发信账号不在了',
    'account-invalid': '发信账号的设置不对',
    'address-refused': '地址在内网，不允许调用',
    'answer-too-long': '答复太长',
    timeout: '超时没有答复',
    interrupted: '调用被打断',
  },
  en: {
    'member-closed': 'the member is closed',
    'no-consent': 'no consent to marketing',
    'opted-out': 'the member opted out',
    'no-address': 'there is no address',
    'bad-address': 'the address is not well-formed',
    suppressed: 'the address is suppressed',
    'journey-stopped': 'the journey was stopped',
    'left-journey': 'the member had left the journey',
    'missing-variable': 'a variable has no value',
    'quiet-hours': 'quiet hours',
    cap: 'the cap is reached',
    'over-budget': 'the budget has no room',
    'no-such-account': 'the account is gone',
    'account-invalid': 'the account’s settings are wrong',
    'address-refused': 'the address is private and must not be called',
    'answer-too-long': 'the answer is too long',
    timeout: 'it did not answer in time',
    interrupted: 'the call was interrupted',
  },
}

/** The reason of a code; a code that is not known is its own. */
export const reasonWords = (code: string, language: Language): string => REASONS[language][code] ?? code

/** Reasons that say by which limit. */
const LIMITS: Readonly<Record<string, typeof capWords>> = { cap: capWords, [OVER_BUDGET]: budgetWords }

/** Why a message node was left as `blocked` or `failed`, by the facts it kept; undefined for other outcomes. */
export function unsentWords(
  { outcome, because }: { outcome: string; because: Readonly<Record<string, unknown>> },
  language: Language,
): string | undefined {
  if (outcome !== 'blocked' && outcome !== 'failed') return undefined
  const zh = language === 'zh-CN'
  const said = { blocked: zh ? '没有发' : 'Not sent', failed: zh ? '发送失败' : 'Failed' }[outcome]
  if (typeof because.reason !== 'string' || because.reason === '') return zh ? `${said}。` : `${said}.`
  const limit = LIMITS[because.reason]?.(because, language)
  const reason = limit ?? reasonWords(because.reason, language)
  const variable = because.variable === undefined ? '' : zh ? `「${because.variable}」` : ` (${because.variable})`
  return zh ? `${said}：${reason}${variable}。` : `${said}: ${reason}${variable}.`
}
