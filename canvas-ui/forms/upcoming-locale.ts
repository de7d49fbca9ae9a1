import { messages } from '../locale/messages.ts'

export const upcomingMessages = messages(
  {
    fires: '接下来的触发时间',
    openings: '接下来放行的时间',
    people: '接下来有会员进入的日子',
    count: '{count, number} 人',
    nobody: '一年之内没有会员的日子，谁都不会进入',
    none: '不会再有了：设定的时间都已过去',
    noneAfter: '此后不会再有',
    nobodyAfter: '一年之内没有别的了',
    asking: '正在计算…',
    failed: '时间没有算出来',
    guessed: '预计',
    whyGuessed: '预计的时间所在年份，放假安排还没有公布；公布并导入后按安排调整',
    inZone: '按 {zone} 的时间',
  },
  {
    fires: 'Runs next',
    openings: 'Opens next',
    people: 'Next days on which members enter',
    count: '{count, plural, one {# member} other {# members}}',
    nobody: 'No member has such a day within a year: nobody enters',
    none: 'Never again: all its times are over',
    noneAfter: 'None after that',
    nobodyAfter: 'No others within a year',
    asking: 'Working them out…',
    failed: 'The times could not be told',
    guessed: 'Expected',
    whyGuessed: 'Expected: the days off of that year are not announced yet. Once they are in Settings, it goes by them',
    inZone: 'Times of {zone}',
  },
)
