import { CHANNELS } from '../../engine/core/journey/facts.ts'
import { CAP_PERIODS, CAP_SCOPES } from '../../engine/core/sending/caps.locale.ts'
import type { Currency } from '../../engine/core/sending/rules.ts'
import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

const ofChannels = (language: Language): Record<string, string> =>
  Object.fromEntries(CHANNELS.map((channel) => [`prices.messages.${channel}`, CAP_SCOPES[language][channel]]))

const CURRENCY_NAMES: Readonly<Record<Language, Readonly<Record<Currency, string>>>> = {
  'zh-CN': {
    ...{ CNY: '人民币', HKD: '港元', TWD: '新台币', USD: '美元' },
    ...{ EUR: '欧元', GBP: '英镑', JPY: '日元', SGD: '新加坡元' },
  },
  en: {
    ...{ CNY: 'Renminbi', HKD: 'Hong Kong dollar', TWD: 'New Taiwan dollar', USD: 'US dollar' },
    ...{ EUR: 'Euro', GBP: 'Pound sterling', JPY: 'Yen', SGD: 'Singapore dollar' },
  },
}

/** Labels of what holds for messages: the same for a journey and for its workspace. */
export const sendingWords: Readonly<Record<Language, Required<Omit<FormWords, 'choiceHints'>>>> = {
  'zh-CN': {
    fields: {
      quietHours: '免打扰',
      'quietHours.hours': '不发的时段',
      'quietHours.hours.from': '从',
      'quietHours.hours.to': '到',
      'quietHours.weekdays': '可以发的星期',
      'quietHours.days': '可以发的日子',
      'quietHours.meanwhile': '这时走到消息节点的会员',
      caps: '触达上限',
      'caps.of': '计入',
      'caps.most': '最多',
      'caps.per': '每',
      prices: '单价',
      'prices.currency': '币种',
      'prices.messages': '每条消息',
      ...ofChannels('zh-CN'),
      'prices.points': '每 100 积分',
    },
    choices: {
      'quietHours.weekdays': { MO: '一', TU: '二', WE: '三', TH: '四', FR: '五', SA: '六', SU: '日' },
      'quietHours.days': { any: '不限', workday: '工作日', 'day-off': '休息日' },
      'quietHours.meanwhile': { hold: '等到能发再发', skip: '不发，走「未发出」' },
      'caps.of': CAP_SCOPES['zh-CN'],
      'caps.per': CAP_PERIODS['zh-CN'],
      'prices.currency': CURRENCY_NAMES['zh-CN'],
    },
    hints: {
      quietHours: '按会员自己的时区（属性 timezone），没有时按旅程的。交易类消息不受限制',
      'quietHours.hours.to': '可以过零点',
      'quietHours.weekdays': '不选就是每天',
      caps: '同一会员收到的条数，一天是最近 24 小时，一周是最近 7 天。超过时走「未发出」；交易类消息不计',
      prices: '预估的成本和旅程的消息费用预算按它计算。改了只影响之后的消息',
    },
    items: { caps: '上限' },
    units: { 'caps.most': '条' },
  },
  en: {
    fields: {
      quietHours: 'Quiet hours',
      'quietHours.hours': 'Nothing goes',
      'quietHours.hours.from': 'From',
      'quietHours.hours.to': 'To',
      'quietHours.weekdays': 'Weekdays to send on',
      'quietHours.days': 'Days to send on',
      'quietHours.meanwhile': 'Who comes to a message then',
      caps: 'Caps',
      'caps.of': 'Counted',
      'caps.most': 'At most',
      'caps.per': 'In a',
      prices: 'Prices',
      'prices.currency': 'Currency',
      'prices.messages': 'One message',
      ...ofChannels('en'),
      'prices.points': '100 points',
    },
    choices: {
      'quietHours.weekdays': { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' },
      'quietHours.days': { any: 'Any', workday: 'Workdays', 'day-off': 'Days off' },
      'quietHours.meanwhile': { hold: 'Waits until it may go', skip: 'Leaves as blocked' },
      'caps.of': CAP_SCOPES.en,
      'caps.per': CAP_PERIODS.en,
      'prices.currency': CURRENCY_NAMES.en,
    },
    hints: {
      quietHours:
        'By the member’s own clock (attribute timezone), else by the journey’s. Transactional messages go at any time',
      'quietHours.hours.to': 'May be after midnight',
      'quietHours.weekdays': 'None chosen: every day',
      caps: 'Messages a member is sent in the last 24 hours or 7 days. Over it they leave as blocked; transactional ones do not count',
      prices: 'What forecasts and budgets of money count by. A change holds for messages from then on',
    },
    items: { caps: 'cap' },
    units: { 'caps.most': 'messages' },
  },
}
