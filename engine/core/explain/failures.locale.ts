import type { Language } from '../say.ts'
import type { Failure } from '../walk/traveller.ts'

interface FailureText {
  readonly why: string
  /** What a person does about it. */
  readonly mend: string
}

const FAILURES: Readonly<Record<Language, Readonly<Record<Failure, FailureText>>>> = {
  'zh-CN': {
    'node-threw': { why: '节点没能执行', mend: '修好原因后点「重试」，会从这里继续；也可以推进或拉出。' },
    'parks-in-the-past': {
      why: '节点要等到一个已过去的时间',
      mend: '检查这个节点的时间设置，再点「重试」；也可以推进或拉出。',
    },
    'visit-budget': { why: '走过的节点太多，旅程在绕圈', mend: '发布一个不再绕圈的版本，再把会员拉出。' },
  },
  en: {
    'node-threw': {
      why: 'the node could not do its work',
      mend: 'Mend the cause and choose “Retry” to go on from here, or push the member on or pull it out.',
    },
    'parks-in-the-past': {
      why: 'the node would wait for a time that is past',
      mend: 'Check the times the node is set to, then choose “Retry”, or push the member on or pull it out.',
    },
    'visit-budget': {
      why: 'the journey goes in circles and passed too many nodes',
      mend: 'Publish a version without the circle, and pull the member out.',
    },
  },
}

const MEND_ANY = {
  'zh-CN': '修好后点「重试」，会从这里继续；也可以推进或拉出。',
  en: 'Once it is mended choose “Retry” to go on from here, or push the member on or pull it out.',
}

const isKnown = (code: string): code is Failure => Object.hasOwn(FAILURES.en, code)

/** What a failed enrolment keeps (`code: detail`) in words; the detail stays as the program wrote it. */
export function failureWords(reason: string | undefined, language: Language): FailureText {
  const zh = language === 'zh-CN'
  const [, code = '', detail = ''] = /^([a-z-]+): (.*)$/s.exec(reason ?? '') ?? []
  if (!isKnown(code)) return { why: reason ?? (zh ? '没有记下原因' : 'no cause was kept'), mend: MEND_ANY[language] }
  const { why, mend } = FAILURES[language][code]
  return { why: detail === '' ? why : zh ? `${why}（${detail}）` : `${why} (${detail})`, mend }
}
