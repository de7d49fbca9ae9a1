import type { Locator } from '@playwright/test'
import { type Canvas, type From, from } from '../screens/canvas.ts'
import type { Hand } from './hand.ts'

/** Draws the win-back journey of the CDNOW demo, on an empty canvas, by either hand. */
export async function drawWinBack(hand: Hand & Canvas): Promise<void> {
  const { settings } = hand
  const text = (name: string, within: Locator = settings) => within.getByRole('textbox', { name, exact: true })
  const list = (name: string, within: Locator = settings) => within.getByRole('combobox', { name, exact: true })
  const button = (name: string, within: Locator = settings) => within.getByRole('button', { name, exact: true })
  const choice = (name: string, within: Locator = settings) => within.getByRole('radio', { name, exact: true })
  const item = (name: string) => settings.getByRole('group', { name, exact: true })
  const name = (to: string) => hand.write(text('名称').first(), to)

  await hand.openJourney()
  await hand.pick(list('时区', hand.journeySettings), 'UTC')

  await hand.add('定向')
  await name('Lapsed')
  await hand.press(button('移除 everyone'))
  await hand.pick(list('包含人群'), 'lapsed')

  await hand.add('属性多分支', from('Lapsed', '进入'))
  await name('Spend')
  const branch = async (n: number, called: string, least: string) => {
    const its = item(`分支 ${n}`)
    await hand.write(text('名称', its), called)
    if (n > 1) await hand.press(button('条件', its))
    await hand.pick(list('字段', its), 'spend')
    await hand.select(list('怎样比', its), '大于等于')
    await hand.write(text('值', its), least)
  }
  await branch(1, '$150 and more', '150')
  await hand.press(button('添加分支'))
  await branch(2, '$60 and more', '60')

  const split = async (called: string, after: From, [mail, inbox, control]: [string, string, string]) => {
    await hand.add('A/B 分流', after)
    await name(called)
    const arm = async (n: number, armName: string, percent: string) => {
      await hand.write(text('名称', item(`分组 ${n}`)), armName)
      await hand.write(text('比例', item(`分组 ${n}`)), percent)
    }
    await arm(1, 'E-mail', mail)
    await arm(2, 'Inbox', inbox)
    await hand.press(button('添加分组'))
    await arm(3, 'Control', control)
    await hand.press(item('分组 3').getByRole('switch', { name: '对照组' }))
  }
  await split('A/B, high spend', from('Spend', '$150 and more'), ['45', '45', '10'])
  await split('A/B, others', from('Spend', '$60 and more'), ['30', '40', '30'])
  await hand.connect(from('Spend', '其他'), 'A/B, others')

  /** Message and reward of a class of members; `suffix` is in the names of their nodes. */
  const reach = async (test: string, suffix: string, [mail, inbox]: [string, string], points: string) => {
    await hand.add('邮件', from(test, `E-mail ${mail}%`))
    await name(`E-mail${suffix}`)
    await hand.write(text('主题'), 'We miss you')
    await hand.write(text('纯文本正文'), `You spent \${{member.spend}} with us. ${points} points are waiting for you.`)
    await hand.add('站内信', from(test, `Inbox ${inbox}%`))
    await name(`Inbox${suffix}`)
    await hand.write(text('标题'), 'We miss you')
    await hand.write(text('正文'), `${points} points are waiting for you.`)
    await hand.add('发放积分', from(`E-mail${suffix}`, '已发出'))
    await name(`${points} points`)
    await hand.write(text('积分'), points)
    await hand.write(text('原因'), 'win back')
    await hand.connect(from(`E-mail${suffix}`, '未发出'), `Inbox${suffix}`)
    await hand.connect(from(`E-mail${suffix}`, '失败'), `Inbox${suffix}`)
    await hand.connect(from(`Inbox${suffix}`, '已发出'), `${points} points`)
  }
  await reach('A/B, high spend', ', high spend', ['45', '45'], '500')
  await reach('A/B, others', '', ['30', '40'], '100')

  await hand.add('等待', from('500 points', '已发放'))
  await name('Order in 30 days')
  await hand.select(list('等待方式'), '行为')
  await hand.pick(list('行为'), 'order completed')
  await hand.write(text('最长等待'), '30')
  await hand.connect(from('100 points', '已发放'), 'Order in 30 days')
  await hand.connect(from('A/B, high spend', 'Control 10%'), 'Order in 30 days')
  await hand.connect(from('A/B, others', 'Control 30%'), 'Order in 30 days')

  const check = async (called: string, after: From, days: string, least?: string) => {
    await hand.add('事件判断', after)
    await name(called)
    if (least) await hand.write(text('至少'), least)
    await hand.press(choice('等一段时间'))
    await hand.write(text('最长等待'), days)
  }
  await check('A second order', from('Order in 30 days', '做了'), '170', '2')
  await check('A late order', from('Order in 30 days', '超时'), '150')

  // The ends first, and what is done on the way there into their edges.
  await hand.add('结束', from('A second order', '是'))
  await name('Came back')
  await hand.connect(from('A second order', '否'), 'Came back')
  await hand.connect(from('A late order', '是'), 'Came back')
  await hand.add('结束', from('A late order', '否'))
  await name('Lost')
  const tag = async (into: From, called: string, tagged: string) => {
    await hand.insert('人群打标', into)
    await name(called)
    await hand.press(button('移除 vip'))
    await hand.pick(list('标签'), tagged)
  }
  await tag(from('A second order', '是'), 'Tag loyal', 'loyal')
  await tag(from('A second order', '否'), 'Tag once', 'once')
  await tag(from('A late order', '是'), 'Tag late', 'late')
}
