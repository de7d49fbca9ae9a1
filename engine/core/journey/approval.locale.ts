import { BUDGET_NAMES } from '../budgets/budgets.locale.ts'
import type { Language } from '../say.ts'
import type { ApprovalReason } from './approval.ts'

const number = (value: number, language: Language) => new Intl.NumberFormat(language).format(value)

/** Why a second person must agree, as one reads it. */
export function reasonText(reason: ApprovalReason, language: Language): string {
  const zh = language === 'zh-CN'
  switch (reason.why) {
    case 'audience': {
      const [size, above] = [number(reason.size, language), number(reason.above, language)]
      return zh
        ? `现在符合条件的会员有 ${size} 人，超过 ${above} 人需要第二个人批准`
        : `${size} members qualify now, and above ${above} a second person approves`
    }
    case 'uncounted':
      return zh
        ? '有触发没有预先的人群，进入多少人事先不知道'
        : 'A trigger has no audience: nobody knows beforehand how many enter'
    case 'budget': {
      const [name, most, above] = [
        BUDGET_NAMES[language][reason.of],
        number(reason.most, language),
        number(reason.above, language),
      ]
      return zh
        ? `预算「${name}」是 ${most}，超过 ${above} 需要第二个人批准`
        : `Its budget “${name}” is ${most}, and above ${above} a second person approves`
    }
    case 'journey':
      return zh ? '旅程设置要求每次发布都经过批准' : 'The journey’s own setting asks for approval of every version'
  }
}
