import { type Language, useLanguage } from '../locale/language.ts'
import { messages, translator } from '../locale/messages.ts'
import { Problem } from './problem.ts'

/** What problems that anybody can meet mean to who reads them, by code. A screen says its own more exactly. */
const problemMessages = messages(
  {
    offline: '连不上服务器。检查网络后重试。',
    'signed-out': '登录已结束。重新登录后继续。',
    'wrong-password': '邮箱或密码不对。',
    'too-many-requests': '尝试太频繁。过几分钟再试。',
    'not-allowed': '你的角色不能做这件事。请联系管理员。',
    'workspace-unknown': '没有这个工作区，或者你不在其中。',
    'foreign-origin': '请求来自另一个地址。请从 Waymark 的地址打开。',
    'invalid-request': '有内容不符合要求。检查后重试。',
    'last-admin': '这是最后一位管理员。先把别人设为管理员。',
    'person-unknown': '这个人已经不在工作区里。',
    'already-here': '这个邮箱的人已经在工作区里。可以直接改角色。',
    'invitation-unknown': '这个链接已失效。请向邀请你的人要最新的链接。',
    'invitation-expired': '邀请已过期。请工作区的管理员重新邀请。',
    'invitation-accepted': '这个邀请已被接受。直接登录即可。',
    'already-in': '你已经在这个工作区里，不需要邀请。直接登录即可。',
    'key-unknown': '这个密钥已经停用。',
    'invalid-json': '文件不是有效的 JSON，或者含有不允许的键，例如 __proto__。改好后再试。',
    'body-too-large': '内容太大，最多 4 MB。缩短最长的文字，或拆成几个旅程。',
    'draft-changed': '有人刚刚保存了这份草稿。两份都在，比较后再决定。',
    'journey-state': '旅程现在的状态不能这样做。刷新后再看。',
    'journey-unknown': '没有这个旅程。它可能在别的工作区，或地址有误。',
    'template-unknown': '这个模板已经不在了。换一个。',
    other: '没有完成，内容没有改变。稍后重试。',
  },
  {
    offline: 'The server cannot be reached. Check the network and try again.',
    'signed-out': 'The session has ended. Sign in again to go on.',
    'wrong-password': 'The e-mail address or the password is wrong.',
    'too-many-requests': 'Too many tries. Try again in a few minutes.',
    'not-allowed': 'Your role does not allow this. Ask an admin.',
    'workspace-unknown': 'There is no such workspace, or you are not in it.',
    'foreign-origin': 'The request came from another address. Open Waymark by its own.',
    'invalid-request': 'Something is not as it must be. Check it and try again.',
    'last-admin': 'This is the last admin. Make somebody else admin first.',
    'person-unknown': 'This person is no longer in the workspace.',
    'already-here': 'Somebody with this address works here already. Change the role instead.',
    'invitation-unknown': 'The link no longer works. Ask who invited you for the newest one.',
    'invitation-expired': 'The invitation has expired. Ask an admin of the workspace for a new one.',
    'invitation-accepted': 'The invitation was accepted already. Sign in.',
    'already-in': 'You are in this workspace already and need no invitation. Sign in.',
    'key-unknown': 'This key was closed already.',
    'invalid-json':
      'The file is no valid JSON, or has a key that is not allowed, such as __proto__. Mend it and try again.',
    'body-too-large': 'It is too large: at most 4 MB. Shorten its longest texts, or split it into several journeys.',
    'draft-changed': 'Somebody has just saved this draft. Both are still there: compare, then choose.',
    'journey-state': 'The journey is in a state that does not allow this. Look again after a reload.',
    'journey-unknown': 'There is no such journey. It may be in another workspace, or the address is wrong.',
    'template-unknown': 'This template is no longer there. Choose another.',
    other: 'It was not done, and nothing has changed. Try again later.',
  },
)

/** An error as a sentence for who reads it. */
function problemText(error: unknown, language: Language): string {
  const t = translator(problemMessages, language)
  const codes = Object.keys(problemMessages['zh-CN']) as (keyof (typeof problemMessages)['zh-CN'])[] // its own keys
  return t(codes.find((code) => error instanceof Problem && code === error.code) ?? 'other')
}

/** Says errors in the reader's language. */
export function useProblemText(): (error: unknown) => string {
  const language = useLanguage()
  return (error) => problemText(error, language)
}
