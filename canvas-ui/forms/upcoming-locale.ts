import { messages } from '../locale/messages.ts'

export const upcomingMessages = messages(
  {
    fires: '接下来 5 次触发',
    openings: '接下来放行的时间',
    none: '不会再有了：设定的时间都已过去',
    failed: '时间没有算出来',
    inZone: '按 {zone} 的时间',
  },
  {
    fires: 'Next five times',
    openings: 'Opens next',
    none: 'Never again: all its times are over',
    failed: 'The times could not be told',
    inZone: 'Times of {zone}',
  },
)
