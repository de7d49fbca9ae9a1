import type { Language } from '../say.ts'
import type { BudgetKind } from './budgets.ts'

export const BUDGET_NAMES: Readonly<Record<Language, Readonly<Record<BudgetKind, string>>>> = {
  'zh-CN': { points: '积分', messages: '消息条数', money: '消息费用' },
  en: { points: 'Points', messages: 'Messages', money: 'Cost of messages' },
}

/** A budget that had no room, as one reads it; undefined for what is none, whatever was stored. */
export function budgetWords(stored: Readonly<Record<string, unknown>>, language: Language): string | undefined {
  const name = BUDGET_NAMES[language][stored.of as BudgetKind] // any other text finds nothing
  if (!name || typeof stored.most !== 'number') return undefined
  const most = stored.most.toLocaleString(language)
  return language === 'zh-CN'
    ? `预算「${name} ${most}」不够`
    : `the budget of ${most} (${name.toLowerCase()}) has no room`
}
