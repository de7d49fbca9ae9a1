import { BUDGET_NAMES } from './budgets/budgets.locale.ts'
import type { NoticeCode, NoticeContent, NoticeParams } from './notices.ts'
import type { Language } from './say.ts'

/** How often it was told, and what the journey and its node are called that it is about. */
interface Circumstances {
  readonly times: number
  readonly journey: string | null
  readonly node: string | null
}

const counted = (n: number) => n.toLocaleString('en-US')

type Words<C extends NoticeCode> = (params: NoticeParams[C], told: Circumstances) => { title: string; detail: string }

const zhCN: { readonly [C in NoticeCode]: Words<C> } = {
  'node-passed': ({ text }, { times, journey, node }) => ({
    title: text,
    detail: `${times > 1 ? `${counted(times)} 位会员，上面是第一位 · ` : ''}旅程「${journey}」的「${node}」`,
  }),
  'budget-nearly-spent': ({ of, most, percent }, { journey }) => ({
    title: `「${journey}」的预算「${BUDGET_NAMES['zh-CN'][of]} ${counted(most)}」已用 ${percent}%`,
    detail: '用完后，轮到的会员走「超预算」。要多用，请编辑旅程设置后发布新版本',
  }),
  'approval-asked': ({ by, note }, { journey }) => ({ title: `${by} 请你审批「${journey}」`, detail: note }),
  'approval-approved': ({ by, version }, { journey }) => ({
    title: `${by} 批准并发布了「${journey}」`,
    detail: `已经是 v${version}`,
  }),
  'approval-rejected': ({ by, answer }, { journey }) => ({ title: `${by} 拒绝了「${journey}」的审批`, detail: answer }),
}

const en: { readonly [C in NoticeCode]: Words<C> } = {
  'node-passed': ({ text }, { times, journey, node }) => ({
    title: text,
    detail: `${times > 1 ? `${counted(times)} members, the first of them above · ` : ''}“${node}” of journey “${journey}”`,
  }),
  'budget-nearly-spent': ({ of, most, percent }, { journey }) => ({
    title: `${percent} % of the budget “${BUDGET_NAMES.en[of]} ${counted(most)}” of “${journey}” is spent`,
    detail:
      'Once it is used up members leave as over budget. To spend more, publish a version with more in its settings',
  }),
  'approval-asked': ({ by, note }, { journey }) => ({ title: `${by} asks you to approve “${journey}”`, detail: note }),
  'approval-approved': ({ by, version }, { journey }) => ({
    title: `${by} approved and published “${journey}”`,
    detail: `It is v${version} now`,
  }),
  'approval-rejected': ({ by, answer }, { journey }) => ({ title: `${by} rejected “${journey}”`, detail: answer }),
}

const WORDS = { 'zh-CN': zhCN, en }

/** A notice in a reader's language: what it is, and where it comes from. */
export function noticeWords(
  { code, params, ...told }: NoticeContent & Circumstances,
  language: Language,
): { readonly title: string; readonly detail: string } {
  const words = WORDS[language][code] as Words<NoticeCode> // of the code that the parameters are of
  return words(params, told)
}
