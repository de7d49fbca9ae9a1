import { Analytics } from '@segment/analytics-node'
import { ENROLMENT_STATES } from '../engine/core/lifecycles/enrolment.ts'
import { essenceOf } from './drawing/essence.ts'
import { Mouse } from './drawing/mouse.ts'
import { drawWinBack } from './drawing/win-back.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { type NodeLine, ReportScreen } from './screens/report-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import { readJourney } from './workspace.ts'

/** Half of them spent $200, half $80. Of so many some are drawn into every arm, whatever their numbers. */
const PEOPLE = Array.from({ length: 30 }, (_, i) => ({
  user: `u${i}`,
  email: `u${i}@example.com`,
  spend: i % 2 ? 200 : 80,
}))
const ORDERED = PEOPLE.slice(0, 10)
const ORDERED_TWICE = PEOPLE.slice(0, 3)

/**
 * What the report says, worked out from who went where and who stands where: no number of the counters is in it. Whom the
 * stop put out ($1, of an enrolment’s states) left where the last visit had led.
 */
const FROM_TRACES = `
  WITH node AS (
    SELECT v.id AS version, (o - 1)::int AS i, n -> 'next' AS next, (
      SELECT d ->> 'name' FROM jsonb_array_elements(v.document -> 'nodes') d WHERE d ->> 'id' = n ->> 'id') AS name
    FROM version v, jsonb_array_elements(v.plan -> 'nodes') WITH ORDINALITY x(n, o)),
  visit AS (
    SELECT version_id, enrolment_id, visit, place, v.node, v.outcome
    FROM trace, unnest(nodes, outcomes) WITH ORDINALITY AS v(node, outcome, place)),
  last AS (SELECT DISTINCT ON (enrolment_id) * FROM visit ORDER BY enrolment_id, visit DESC, place DESC),
  gone AS (
    SELECT version_id, node FROM visit
    UNION ALL SELECT last.version_id, (next ->> last.outcome)::int FROM enrolment e JOIN last ON last.enrolment_id = e.id
      JOIN node ON version = last.version_id AND i = last.node WHERE e.state = $1::int),
  counted AS (
    SELECT name,
      (SELECT count(*) FROM gone WHERE version_id = version AND gone.node = i)::int AS "left",
      (SELECT count(*) FROM token WHERE version_id = version AND node = i AND NOT token.failed)::int AS waiting,
      (SELECT count(*) FROM token WHERE version_id = version AND node = i AND token.failed)::int AS failed
    FROM node)
  SELECT name AS node, "left" + waiting + failed AS entered, "left", waiting, failed FROM counted`

// Ten columns of cards: on a smaller screen one would have to go closer to read the numbers on them.
test.use({ viewport: { width: 1680, height: 1050 } })

test('the win-back journey is drawn by mouse, mended, published, watched, steered, and its report is right', async ({
  page,
  qa,
}) => {
  test.setTimeout(480_000)
  for (const { user, ...attributes } of PEOPLE) await qa.member(user, { ...attributes, name: `客户 ${user}` })
  await qa.segment('lapsed', { field: 'member.spend', op: 'gte', value: 60 })
  const mouse = new Mouse(page)
  const editor = new EditorScreen(page)
  const running = new RunningScreen(page)
  const analytics = new Analytics({ writeKey: qa.writeKey, host: qa.url })
  const order = (people: typeof PEOPLE) => {
    for (const { user } of people) analytics.track({ userId: user, event: 'order completed', timestamp: qa.now() })
    return analytics.flush()
  }

  await test.step('sign in', async () => {
    await signedIn(page, qa, 'operator')
  })

  await test.step('draw it by mouse', async () => {
    await new JourneysScreen(page).create('Win back')
    await drawWinBack(mouse)
    await editor.saved()
    const { draft } = await (await page.request.get(`/api/w/${qa.key}/journeys/win-back`)).json()
    expect(essenceOf(draft.document)).toEqual(essenceOf(readJourney('cdnow/win-back')))
  })

  await test.step('a mistake is reported, blocks publishing, and leads to its field', async () => {
    const subject = mouse.settings.getByRole('textbox', { name: '主题' })
    await mouse.openNode('E-mail')
    await subject.fill('')
    await mouse.settings.getByRole('button', { name: '关闭' }).click()
    await expect(editor.problem('E-mail')).toBeVisible()
    await editor.publishButton.click()
    await expect(editor.dialog.getByText('1 个错误，改好才能发布')).toBeVisible()
    await expect(editor.dialog.getByRole('button', { name: '发布' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await editor.problem('E-mail').click()
    await expect(subject).toBeFocused()
    await page.keyboard.type('We miss you')
    await expect(editor.problems.getByText('没有问题')).toBeVisible()
  })

  await test.step('publish: everybody of the audience comes in, without a reload', async () => {
    await editor.publish()
    await expect(running.figure('累计进入')).toContainText('30')
    await running.waiting('Order in 30 days', 30)
  })

  await test.step('the mail is in the catcher, the message in the inbox, the points are there', async () => {
    let mailed = 0
    for (const { user, email, spend } of PEOPLE) {
      const points = spend >= 150 ? 500 : 100
      const mail = qa.mails.find(({ to }) => to.includes(email))
      const inbox = await qa.inbox(user)
      if (mail) expect(mail.text).toContain(`You spent $${spend} with us. ${points} points are waiting for you.`)
      expect([mail?.subject, ...inbox].filter(Boolean).length).toBeLessThanOrEqual(1)
      expect(await qa.points(user)).toBe(mail || inbox.length > 0 ? points : 0)
      mailed += mail ? 1 : 0
    }
    expect(mailed).toBe(qa.mails.length)
    expect(mailed).toBeGreaterThan(0)
    expect((await Promise.all(PEOPLE.map(({ user }) => qa.inbox(user)))).flat()).toContain('We miss you')
  })

  await test.step('events posted by Segment’s library move the counts, without a reload', async () => {
    await qa.wind('1 day')
    await order(ORDERED)
    await running.waiting('A second order', 10)
    await running.waiting('Order in 30 days', 20)
    await order(ORDERED_TWICE)
    await running.waiting('A second order', 7)
    await qa.wind('40 days')
    await running.waiting('A late order', 20)
    expect(await qa.tags('u0')).toEqual(['loyal'])
  })

  await test.step('a member’s trace says why', async () => {
    await running.node('A second order').click()
    await running.person('客户 u5').getByRole('link').click()
    await expect(page.getByText('第 1 条「$150 and more」满足：spend 是 200。')).toBeVisible()
    await expect(page.getByText(/按会员固定分到「(E-mail|Inbox|Control)」/)).toBeVisible()
    await expect(page.getByText('等到了「order completed」。')).toBeVisible()
    await page.goBack()
  })

  await test.step('one is pulled out', async () => {
    await running.node('A second order').click()
    await running.pullOut('客户 u6')
    await running.waiting('A second order', 6)
    expect(await qa.path('u6', 'win-back')).toMatch(/:pulled-out$/)
  })

  const reportEqualsSql = async () => {
    const report = new ReportScreen(page)
    await report.open(qa.key, 'win-back', '2026-03-01', '2026-05-31')
    const expected = await qa.rows<NodeLine>(FROM_TRACES, [ENROLMENT_STATES.indexOf('stopped')])
    expect(expected).toHaveLength(18)
    expect(byName(await report.nodes())).toEqual(byName(expected))
  }

  await test.step('the report of those who walk equals SQL over traces and tokens', async () => {
    await reportEqualsSql()
    await running.open(qa.key, 'win-back')
  })

  await test.step('pause, resume, stop', async () => {
    await running.pause()
    await running.resume()
    await running.stop()
    await expect(running.figure('等待')).toContainText('0')
  })

  await test.step('and so does the report of those who walked', reportEqualsSql)
})

const byName = (lines: readonly NodeLine[]) => lines.toSorted((a, b) => a.node.localeCompare(b.node))
