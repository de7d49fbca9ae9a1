import { attributeWords, fieldWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '更新属性',
    help: '给会员的一个属性写入值、累加数字，或清空它',
    fields: {
      kind: '写入',
      attribute: '属性',
      text: '文本',
      number: '数字',
      holds: '值',
      date: '日期',
      'date.day': '日期',
      'date.later': '再往后',
      of: '事件属性',
      amount: '加多少',
      'amount.number': '数字',
      'amount.of': '事件属性',
    },
    choices: {
      kind: {
        text: '文本',
        number: '数字',
        boolean: '是或否',
        date: '日期',
        event: '触发事件的属性',
        add: '累加数字',
        clear: '清空',
      },
      holds: { true: '是', false: '否' },
      'date.kind': { day: '指定日期', today: '到达当天' },
      'amount.kind': { fixed: '固定', event: '触发事件的属性' },
    },
    hints: {
      text: '变量没有值又没有备用值时，属性保持不变',
      of: '触发旅程的事件里没有它时，属性保持不变',
      amount: '还没有值时从 0 加起；原来不是数字时保持不变',
      'amount.number': '负数就是减',
    },
    outcomes: { next: '完成' },
    problems: { 'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…' },
    explain({ because, settings }: ExplainedVisit<Settings>) {
      const name = `「${attributeWords(settings.attribute, 'zh-CN')}」`
      if (because.unfit !== undefined)
        return `${name}保持不变，因为 ${fieldWords(String(because.unfit), 'zh-CN')} 没有合适的值。`
      switch (settings.kind) {
        case 'text':
          return `${name}写入了文本。`
        case 'number':
          return `${name}写入了 ${settings.number}。`
        case 'boolean':
          return `${name}写入了${settings.holds ? '是' : '否'}。`
        case 'date':
          return settings.date.kind === 'day' ? `${name}写入了 ${settings.date.day}。` : `${name}按到达当天写入了日期。`
        case 'event':
          return `${name}写入了触发行为的 ${fieldWords(settings.of, 'zh-CN')}。`
        case 'add':
          return settings.amount.kind === 'fixed'
            ? `${name}加了 ${settings.amount.number}。`
            : `${name}加上了触发行为的 ${fieldWords(settings.amount.of, 'zh-CN')}。`
        case 'clear':
          return `${name}已清空。`
      }
    },
  },
  en: {
    name: 'Set attribute',
    help: 'Writes one attribute of the member, adds to a number, or clears it',
    fields: {
      kind: 'Write',
      attribute: 'Attribute',
      text: 'Text',
      number: 'Number',
      holds: 'Value',
      date: 'Date',
      'date.day': 'Day',
      'date.later': 'So much later',
      of: 'Event property',
      amount: 'How much',
      'amount.number': 'Number',
      'amount.of': 'Event property',
    },
    choices: {
      kind: {
        text: 'A text',
        number: 'A number',
        boolean: 'Yes or no',
        date: 'A date',
        event: 'A property of the triggering event',
        add: 'Add to a number',
        clear: 'Nothing: clear it',
      },
      holds: { true: 'Yes', false: 'No' },
      'date.kind': { day: 'A fixed day', today: 'The day of arrival' },
      'amount.kind': { fixed: 'Fixed', event: 'A property of the triggering event' },
    },
    hints: {
      text: 'Where a variable has neither value nor fallback, the attribute stays as it is',
      of: 'Where the event that began the journey lacks it, the attribute stays as it is',
      amount: 'From 0 where there is nothing yet; what is no number stays as it is',
      'amount.number': 'Below 0 it takes away',
    },
    outcomes: { next: 'Done' },
    problems: { 'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…' },
    explain({ because, settings }: ExplainedVisit<Settings>) {
      const name = `“${attributeWords(settings.attribute, 'en')}”`
      if (because.unfit !== undefined)
        return `${name} stayed as it was, for ${fieldWords(String(because.unfit), 'en')} has no value that fits.`
      switch (settings.kind) {
        case 'text':
          return `${name} was given a text.`
        case 'number':
          return `${name} was set to ${settings.number}.`
        case 'boolean':
          return `${name} was set to ${settings.holds ? 'yes' : 'no'}.`
        case 'date':
          return settings.date.kind === 'day'
            ? `${name} was set to ${settings.date.day}.`
            : `${name} was given a date by the day of arrival.`
        case 'event':
          return `${name} was given the event’s ${fieldWords(settings.of, 'en')}.`
        case 'add':
          return settings.amount.kind === 'fixed'
            ? `${settings.amount.number} was added to ${name}.`
            : `The event’s ${fieldWords(settings.amount.of, 'en')} was added to ${name}.`
        case 'clear':
          return `${name} was cleared.`
      }
    },
  },
}
