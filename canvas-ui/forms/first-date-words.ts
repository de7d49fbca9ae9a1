import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

/** Labels of first dates. */
export const firstDateWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    fields: { dates: '首次日期', 'dates.attribute': '记在会员的哪个属性', 'dates.events': '行为' },
    hints: {
      'dates.attribute': '如「首次购买」。属性里已有更早的日期时不改',
      'dates.events': '任何一个行为的第一次都算，包括以前收到和导入的',
    },
    items: { dates: '首次日期', 'dates.events': '行为' },
  },
  en: {
    fields: { dates: 'First dates', 'dates.attribute': 'Attribute of the member', 'dates.events': 'Events' },
    hints: {
      'dates.attribute': 'Such as “first purchase”. An earlier date that is there already stays',
      'dates.events': 'The first of any of them counts, also of those received and imported before',
    },
    items: { dates: 'first date', 'dates.events': 'event' },
  },
}
