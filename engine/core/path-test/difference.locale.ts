import type { Language } from '../say.ts'
import type { Difference } from './run.ts'

type Of<K extends Difference['kind']> = Extract<Difference, { kind: K }>

const list = (names: readonly string[], none: string, separator: string) => names.join(separator) || none
const effect = (value: object | undefined, none: string) => (value ? JSON.stringify(value) : none)

const zhCN: { [K in Difference['kind']]: (difference: Of<K>) => string } = {
  path: ({ index, expected, actual }) =>
    `第 ${index + 1} 步应是 ${expected ?? '没有更多'}，实际是 ${actual?.name ?? '没有更多'}`,
  effects: ({ index, expected, actual }) =>
    `第 ${index + 1} 个效果应是 ${effect(expected, '无')}，实际是 ${effect(actual, '无')}`,
  goals: ({ expected, actual }) => `应达成目标：${list(expected, '无', '、')}，实际：${list(actual, '无', '、')}`,
  refused: ({ expected, actual }) => `应被拒绝进入：${list(expected, '无', '、')}，实际：${list(actual, '无', '、')}`,
  unplayable: ({ why, happening }) =>
    why === 'backwards'
      ? `第 ${happening + 1} 件事早于前一件，请改时间`
      : `第 ${happening + 1} 件事指的节点不是人群触发，请改节点`,
}

const en: { [K in Difference['kind']]: (difference: Of<K>) => string } = {
  path: ({ index, expected, actual }) =>
    `step ${index + 1} should be ${expected ?? 'none'}, and is ${actual?.name ?? 'none'}`,
  effects: ({ index, expected, actual }) =>
    `effect ${index + 1} should be ${effect(expected, 'none')}, and is ${effect(actual, 'none')}`,
  goals: ({ expected, actual }) =>
    `goals should be ${list(expected, 'none', ', ')}, and are ${list(actual, 'none', ', ')}`,
  refused: ({ expected, actual }) =>
    `refusals should be ${list(expected, 'none', ', ')}, and are ${list(actual, 'none', ', ')}`,
  unplayable: ({ why, happening }) =>
    why === 'backwards'
      ? `happening ${happening + 1} is before the one before it: mend its time`
      : `happening ${happening + 1} runs a node that is no trigger of an audience: name one`,
}

/** Where a test parted from what it expected, in one clause. */
export function differenceText(difference: Difference, language: Language): string {
  const say = (language === 'en' ? en : zhCN)[difference.kind] as (difference: Difference) => string // the one of its kind
  return say(difference)
}
