import { BUDGET_NAMES } from '../budgets/budgets.locale.ts'
import type { BudgetKind } from '../budgets/budgets.ts'
import type { Json } from '../json.ts'
import type { Problem, ProblemCode } from './problems.ts'

type Params = Readonly<Record<string, Json>>
type Text = (p: Params) => string

const names = (list: Json | undefined, separator: string) =>
  Array.isArray(list) ? list.map(String).join(separator) : ''

/** What `faultsOf` found, at the field where it is. */
const faultZh: Text = (p) => {
  if (p.missing) return `缺少「${p.field}」`
  const where = p.field ? `${p.field}：` : ''
  if (p.unknown) return `${where}不支持「${names(p.unknown, '、')}」，请删除（本版本还没有，或名称写错）`
  if (p.choices) return `${where}只能是 ${names(p.choices, '、')}`
  return `${where}${p.messageZh}`
}
const faultEn: Text = (p) => {
  if (p.missing) return `“${p.field}” is missing`
  const where = p.field ? `${p.field}: ` : ''
  if (p.unknown) return `${where}“${names(p.unknown, '”, “')}” is not supported: remove it (not there yet, or misspelt)`
  if (p.choices) return `${where}choose one of ${names(p.choices, ', ')}`
  return `${where}${p.message}`
}

/** What nodes refer to. */
const REFERENCES: Readonly<Record<string, { readonly zh: string; readonly en?: string }>> = {
  segment: { zh: '人群' },
  'segment-set': { zh: '计算过的人群', en: 'computed segment' },
  group: { zh: '群组' },
  account: { zh: '账号' },
  person: { zh: '同事', en: 'colleague' },
}

const zhCN: Record<ProblemCode, Text> = {
  'document-invalid': (p) => `旅程文件格式不对：${faultZh(p)}`,
  'document-too-new': (p) => `旅程文件版本 ${p.schema} 比本程序新，请升级 Waymark 后再打开`,
  'node-id-repeated': (p) => `节点编号「${p.id}」重复，请改成不同的编号`,
  'node-type-unknown': (p) => `不认识节点类型「${p.type}」，请删除该节点或升级 Waymark`,
  'node-version-unknown': (p) => `节点类型「${p.type}」没有版本 ${p.version}，最新是 ${p.newest}`,
  'settings-invalid': (p) => `设置不对：${faultZh(p)}`,
  'edge-node-missing': (p) => `连线指向不存在的节点「${p.id}」，请删除这条连线`,
  'edge-outcome-unknown': (p) => `没有出口「${p.outcome}」，可用的出口：${p.outcomes}`,
  'edge-repeated': (p) => `出口「${p.outcome}」连了两条线，一个出口只能连一条`,
  'edge-into-trigger': () => '触发节点不能有进入的连线',
  'trigger-missing': () => '旅程还没有触发节点，请先添加一个',
  'outcome-undrawn': (p) => `出口「${p.outcome}」没有连线，请连到下一步或结束节点`,
  'cycle-without-wait': (p) => `这些节点成环但没有等待：${p.nodes}。请在环里加一个等待节点`,
  'too-many-branches': (p) => `分支有 ${p.count} 个，最多 ${p.most} 个`,
  'reference-missing': (p) => `找不到${REFERENCES[String(p.kind)]?.zh ?? p.kind}「${p.key}」，请先建立或改选`,
  'node-settings': (p) => `${p.messageZh}`,
  'node-unreachable': () => '没有路径能到达这个节点',
  'reversed-without-order': () => '没有订单号，退款找不到这笔奖励：请打开「按订单退回」，或删除「退款冲回」的连线',
  'reentry-never-again': () => '这一天会再来，但旅程设置的「重复进入」是「只进入一次」：会员进入过一次，以后就不再进入',
  'budget-unused': (p) =>
    `没有节点会用到「${BUDGET_NAMES['zh-CN'][p.of as BudgetKind]}」预算：请添加会用到的节点，或删除这个预算`,
  'over-budget-never': () => '没有人会走「超预算」：请在旅程设置里加上这种预算，或删除这条连线',
  'journey-takes-no-calls': (p) => `旅程「${p.key}」没有运行，或没有接口触发：请发布它，或改选`,
  'move-target-missing': (p) =>
    `旧版本的节点「${p.name}」还有 ${p.people} 人，新版本里没有它：请选择这些人去哪个节点，或退出旅程`,
  'move-target-unknown': (p) => `旧版本的节点「${p.name}」要去的节点「${p.to}」不能用：请选择新版本里触发以外的节点`,
  'path-test-failed': (p) => `路径测试「${p.name}」未通过：${p.messageZh}`,
}

const en: Record<ProblemCode, Text> = {
  'document-invalid': (p) => `The journey file is malformed: ${faultEn(p)}`,
  'document-too-new': (p) =>
    `The journey file has schema ${p.schema}, newer than this program: upgrade Waymark to open it`,
  'node-id-repeated': (p) => `Node id “${p.id}” is used twice: give each node its own id`,
  'node-type-unknown': (p) => `Unknown node type “${p.type}”: remove the node or upgrade Waymark`,
  'node-version-unknown': (p) => `Node type “${p.type}” has no version ${p.version}; the newest is ${p.newest}`,
  'settings-invalid': (p) => `Wrong settings: ${faultEn(p)}`,
  'edge-node-missing': (p) => `An edge names node “${p.id}”, which does not exist: remove the edge`,
  'edge-outcome-unknown': (p) => `There is no outcome “${p.outcome}”; choose one of ${p.outcomes}`,
  'edge-repeated': (p) => `Outcome “${p.outcome}” has two edges: an outcome leads to one place`,
  'edge-into-trigger': () => 'A trigger cannot have an edge into it',
  'trigger-missing': () => 'The journey has no trigger: add one',
  'outcome-undrawn': (p) => `Outcome “${p.outcome}” leads nowhere: connect it to a next step or to an end`,
  'cycle-without-wait': (p) => `These nodes form a cycle without a wait: ${p.nodes}. Put a wait into it`,
  'too-many-branches': (p) => `${p.count} branches; at most ${p.most} are allowed`,
  'reference-missing': (p) => `No ${REFERENCES[String(p.kind)]?.en ?? p.kind} “${p.key}”: create it or choose another`,
  'node-settings': (p) => `${p.message}`,
  'node-unreachable': () => 'No path leads to this node',
  'reversed-without-order': () =>
    'Without an order no refund finds this reward: turn on “Taken back by refunds”, or remove the edge of “Reversed”',
  'reentry-never-again': () =>
    'Its day comes again, but the journey’s re-entry is “Enters once”: who has entered does not enter when it does',
  'budget-unused': (p) =>
    `No node takes from the budget “${BUDGET_NAMES.en[p.of as BudgetKind]}”: add one that does, or remove the budget`,
  'over-budget-never': () =>
    'Nobody leaves as “Over budget”: give the journey a budget of that kind in its settings, or remove the edge',
  'journey-takes-no-calls': (p) =>
    `Journey “${p.key}” does not run, or has no API trigger: publish it, or choose another`,
  'move-target-missing': (p) =>
    `People inside at “${p.name}” (${p.people}), which the new version does not have: choose the node where they go on, or take them out`,
  'move-target-unknown': (p) =>
    `People at “${p.name}” cannot go on at “${p.to}”: choose a node of the new version that is no trigger`,
  'path-test-failed': (p) => `Path test “${p.name}” fails: ${p.message}`,
}

/** The sentence an operator reads. `language` is a BCP 47 tag: anything but Chinese gets English. */
export const problemText = (problem: Problem, language: string): string =>
  (language.toLowerCase().startsWith('zh') ? zhCN : en)[problem.code](problem.params)
