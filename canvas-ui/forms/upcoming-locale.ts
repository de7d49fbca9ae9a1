import { messages } from '../locale/messages.ts'

export const upcomingMessages = messages(
  {
    fires: '接下来 5 次触发',
    openings: '接下来放行的时间',
    people: '接下来有会员进入的日子',
    count: '{count, number} 人',
    nobody: '一年之内没有会员的日子，谁都不会进入',
    none: '不会再有了：设定的时间都已过去',
    failed: '时间没有算出来',
    inZone: '按 {zone} 的时间',
  },
  {
    fires: 'Next five times',
    openings: 'Opens next',
    people: 'Next days on which members enter',
    count: '{count, plural, one {# member} other {# members}}',
    nobody: 'No member has such a day within a year: nobody enters',
    none: 'Never again: all its times are over',
    failed: 'The times could not be told',
    inZone: 'Times of {zone}',
  },
)
