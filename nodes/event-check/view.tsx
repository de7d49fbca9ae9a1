import { CircleQuestionMark } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: CircleQuestionMark,
  summary: ({ events, atLeast, did, judge }, { say, ...words }) => {
    const names = words.events(events)
    const times = atLeast > 1 ? say(` ${atLeast} 次`, ` ${atLeast} times`) : ''
    const asked = did
      ? say(`做过 ${names}${times}`, `Did ${names}${times}`)
      : say(`没做过 ${names}${times}`, `Did not ${names}${times}`)
    if (judge.kind === 'wait')
      return say(`${asked}，最长 ${words.duration(judge.for)}`, `${asked}, max ${words.duration(judge.for)}`)
    if (judge.kind === 'wait-until')
      return say(`${asked}，到 ${words.moment(judge.local)}`, `${asked}, by ${words.moment(judge.local)}`)
    return asked
  },
})
