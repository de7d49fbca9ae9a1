import { stickyChance } from '../../core/chance.ts'

const MEMBERS = 2_000
const DAY_MS = 86_400_000
const YEAR = 365

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const GIVEN =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚 桂英 子涵 雨桐 浩然 欣怡 梓轩 思远 佳琪 一诺'.split(
    ' ',
  )
const CITIES = '上海 北京 广州 深圳 成都 杭州 武汉 西安 南京 重庆 苏州 长沙'.split(' ')
const GOODS = '衬衫 连衣裙 球鞋 外套 牛仔裤 帽子 背包 围巾'.split(' ')

/** The same for the same words, between 0 and 1. */
const chance = (...words: (string | number)[]) => stickyChance(`demo/${words.join('/')}`)
const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T // `at` is below 1
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

export const userIds = Array.from({ length: MEMBERS }, (_, i) => `m${String(i + 1).padStart(4, '0')}`)

/** How much somebody buys: few do much, many little. */
const keenness = (user: string) => chance(user, 'keen') ** 3

/** The members of the demo as a file with header: made up, and the same every time. */
export function* membersCsv(): Generator<string> {
  yield 'id,name,gender,city,birthday,tier,joined\n'
  for (const user of userIds) {
    const name = pick(SURNAMES, chance(user, 'surname')) + pick(GIVEN, chance(user, 'given'))
    const born = day(Date.UTC(1960, 0, 1) + chance(user, 'born') * 45 * YEAR * DAY_MS)
    const joined = day(Date.UTC(2018, 0, 1) + chance(user, 'joined') * 6 * YEAR * DAY_MS)
    const tier = keenness(user) > 0.6 ? '金卡' : keenness(user) > 0.25 ? '银卡' : '普卡'
    const gender = chance(user, 'gender') < 0.55 ? '女' : '男'
    yield `${user},${name},${gender},${pick(CITIES, chance(user, 'city') ** 1.5)},${born},${tier},${joined}\n`
  }
}

/** Their orders in the year before `until` (epoch milliseconds) as a file with header. */
export function* ordersCsv(until: number): Generator<string> {
  yield 'id,user,at,amount,goods\n'
  for (const user of userIds) {
    const orders = Math.floor(chance(user, 'orders') * 4 + keenness(user) * 26)
    // A third has gone quiet some time ago.
    const quiet = chance(user, 'quiet') < 0.33 ? 60 + chance(user, 'since') * 200 : 0
    for (let i = 0; i < orders; i++) {
      const ago = quiet + chance(user, i, 'ago') * (YEAR - quiet)
      const at = new Date(Math.floor(until - ago * DAY_MS)).toISOString()
      yield `${user}-${i + 1},${user},${at},${amountOf(user, i)},${pick(GOODS, chance(user, i, 'goods'))}\n`
    }
  }
}

/** Yuan of somebody's nth order. */
export const amountOf = (user: string, nth: number): number => Math.round(39 + chance(user, nth, 'amount') ** 2 * 860)
