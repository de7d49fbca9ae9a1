import {
  countsWords,
  EVENT_REPEATED,
  judgeTexts,
  questionTexts,
  questionWords,
  waitedWords,
} from '../../engine/core/journey/event-question.locale.ts'
import type { Language } from '../../engine/core/say.ts'
import type { ExplainedVisit, NodeLocale, WaitingVisit } from '../locale.ts'
import type { Settings } from './node.ts'

const labelsIn = (language: Language) => {
  const [question, judge] = [questionTexts(language), judgeTexts(language)]
  return {
    fields: { ...question.fields, ...judge.fields },
    choices: { ...question.choices, ...judge.choices },
    hints: judge.hints,
    units: question.units,
    items: question.items,
    problems: { 'event-repeated': EVENT_REPEATED[language] },
  }
}

/** What was asked and found, and how long was waited where the answer came at the end. */
function said({ because, settings, outcome }: ExplainedVisit<Settings>, language: Language): string {
  const waited = (outcome === 'yes') !== settings.did ? waitedWords(settings.judge, language) : ''
  return `${questionWords(settings, because.counts, language)}${waited}`
}

export const locale: NodeLocale = {
  'zh-CN': {
    name: '事件判断',
    help: '是否做过指定行为；可以立即判断，也可以等待，一旦确定就离开',
    ...labelsIn('zh-CN'),
    outcomes: { yes: '是', no: '否' },
    explain: (visit: ExplainedVisit<Settings>) => `${said(visit, 'zh-CN')}。`,
    soFar: ({ settings, because }: WaitingVisit<Settings>) =>
      `到现在：${countsWords(settings, because.counts, 'zh-CN')}。`,
  },
  en: {
    name: 'Event check',
    help: 'Did the member do this? Judged at once, or after waiting; members leave the moment it is certain',
    ...labelsIn('en'),
    outcomes: { yes: 'Yes', no: 'No' },
    explain: (visit: ExplainedVisit<Settings>) => `Did ${said(visit, 'en')}.`,
    soFar: ({ settings, because }: WaitingVisit<Settings>) => `So far: ${countsWords(settings, because.counts, 'en')}.`,
  },
}
