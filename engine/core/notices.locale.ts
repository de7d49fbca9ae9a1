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
}

const en: { readonly [C in NoticeCode]: Words<C> } = {
  'node-passed': ({ text }, { times, journey, node }) => ({
    title: text,
    detail: `${times > 1 ? `${counted(times)} members, the first of them above · ` : ''}“${node}” of journey “${journey}”`,
  }),
}

const WORDS = { 'zh-CN': zhCN, en }

/** A notice in a reader's language: what it is, and where it comes from. */
export function noticeWords(
  { code, params, ...told }: NoticeContent & Circumstances,
  language: Language,
): { readonly title: string; readonly detail: string } {
  const words: Words<typeof code> = WORDS[language][code]
  return words(params, told)
}
