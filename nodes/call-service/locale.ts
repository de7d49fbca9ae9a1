import { reasonWords } from '../../engine/core/journey/reasons.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

const reasonOf = ({ because }: ExplainedVisit<Settings>) => (typeof because.reason === 'string' ? because.reason : '')

export const locale: NodeLocale = {
  'zh-CN': {
    name: '调用接口',
    help: '调用外部服务，等它答复后再往下走；答复里的字段可以当作 event.… 用',
    fields: {
      connection: '服务',
      path: '路径',
      data: '发送的数据',
      'data.name': '字段',
      'data.value': '值',
      answers: '取回的字段',
      'answers.from': '答复里的路径',
      'answers.as': '存为 event.…',
      'answers.type': '类型',
    },
    choices: { 'answers.type': { text: '文本', number: '数字', boolean: '是或否' } },
    items: { data: '字段', answers: '字段' },
    hints: {
      connection: '在「设置 → 服务」里添加',
      path: '接在服务地址后面；没有值的变量走「失败」',
      data: '以 JSON 发出；没有值又没有备用值的字段不发',
      answers: '答复里没有、或类型不对的字段当作没有值',
    },
    outcomes: { done: '成功', rejected: '被拒绝', failed: '失败' },
    problems: {
      'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…',
      'name-repeated': '有两个同名的字段',
      'answer-repeated': '有两个字段存到同一个地方',
    },
    explain(visit: ExplainedVisit<Settings>) {
      const service = `服务「${visit.settings.connection}」`
      if (visit.outcome === 'done') return `${service}答复了。`
      const reason = reasonOf(visit)
      const why = reason === '' ? '' : `：${reasonWords(reason, 'zh-CN')}`
      return `${service}${visit.outcome === 'rejected' ? '拒绝了' : '没有调通'}${why}。`
    },
  },
  en: {
    name: 'Call service',
    help: 'Calls a service outside and goes on once it answers; fields of the answer can be used as event.…',
    fields: {
      connection: 'Service',
      path: 'Path',
      data: 'Data to send',
      'data.name': 'Field',
      'data.value': 'Value',
      answers: 'Fields to take',
      'answers.from': 'Path in the answer',
      'answers.as': 'Kept as event.…',
      'answers.type': 'Type',
    },
    choices: { 'answers.type': { text: 'Text', number: 'Number', boolean: 'Yes or no' } },
    items: { data: 'field', answers: 'field' },
    hints: {
      connection: 'Add services in Settings, Services',
      path: 'Put after the address of the service; where a variable has no value it fails',
      data: 'Sent as JSON; a field with neither value nor fallback is left out',
      answers: 'What the answer lacks, or has of another type, counts as missing',
    },
    outcomes: { done: 'Done', rejected: 'Rejected', failed: 'Failed' },
    problems: {
      'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…',
      'name-repeated': 'Two fields have the same name',
      'answer-repeated': 'Two fields are kept as the same',
    },
    explain(visit: ExplainedVisit<Settings>) {
      const service = `Service “${visit.settings.connection}”`
      if (visit.outcome === 'done') return `${service} answered.`
      const reason = reasonOf(visit)
      const why = reason === '' ? '' : `: ${reasonWords(reason, 'en')}`
      return `${service} ${visit.outcome === 'rejected' ? 'refused' : 'could not be called'}${why}.`
    },
  },
}
