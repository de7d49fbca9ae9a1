import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { build, preview } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PICTURES = at('./pictures/')
const PROBE = `${PICTURES}probe.png`
const THEMES = ['light', 'dark'] as const
const LANGUAGES = { zh: 'zh-CN', en: 'en' } as const
const SECTIONS = 'section[aria-label]:has(> h2)'
/** The page shows dates beside the present one. */
const NOW = new Date('2026-05-07T02:00:00Z')

// The page is built once.
test.describe.configure({ mode: 'default' })
test.use({ viewport: { width: 1280, height: 900 } })

let url = ''
let stop = async () => {}
test.beforeAll(async () => {
  const configFile = at('../canvas-ui/vite.config.ts')
  const outDir = at('../.waymark/kit')
  const input = at('../canvas-ui/kit.html')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions: { input } } })
  const server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0, proxy: {} } })
  url = `${server.resolvedUrls?.local[0]}kit.html`
  stop = () => server.close()
})
test.afterAll(() => stop())

async function open(page: Page, language: keyof typeof LANGUAGES, theme: (typeof THEMES)[number]): Promise<Locator> {
  await page.clock.setFixedTime(NOW)
  await page.emulateMedia({ colorScheme: theme })
  await page.addInitScript(`localStorage.setItem('waymark.language', '${LANGUAGES[language]}')`)
  await page.goto(url)
  await page.evaluate('document.fonts.ready.then(() => null)')
  const sections = page.locator(SECTIONS)
  await expect(sections.first()).toBeVisible()
  return sections
}

/** How each element of a section is drawn, as far as fonts do not matter: one line for each way, with how many have it. */
const DRAWN = `(section) => {
  const ways = new Map()
  for (const element of section.querySelectorAll('*')) {
    if (element.closest('svg') && element.tagName !== 'svg') continue
    const s = getComputedStyle(element)
    const border = ['Top', 'Right', 'Bottom', 'Left'].map((side) => s['border' + side + 'Width']).join(' ')
    const ink = [s.color, s.backgroundColor, border === '0px 0px 0px 0px' ? 'no border' : border + ' ' + s.borderTopColor]
    const type = [s.fontSize, s.lineHeight, s.fontWeight].join('/')
    const way = [element.tagName.toLowerCase(), ...ink, s.borderRadius, s.padding, type, s.boxShadow, s.opacity].join(' | ')
    ways.set(way, (ways.get(way) ?? 0) + 1)
  }
  return ['# ' + section.ariaLabel, ...[...ways].map(([way, n]) => n + ' x ' + way).sort(), '']
}`

for (const theme of THEMES) {
  for (const language of ['zh', 'en'] as const) {
    test(`every section is drawn by the tokens, ${language} ${theme}`, async ({ page }) => {
      await open(page, language, theme)
      await page.evaluate('document.getAnimations().forEach((one) => one.cancel())') // what pulses has any opacity
      const lines = await page.evaluate<string[]>(`[...document.querySelectorAll('${SECTIONS}')].flatMap(${DRAWN})`)
      expect(lines.join('\n')).toMatchSnapshot(`drawn-${language}-${theme}.txt`)
    })

    test(`every section looks as its picture, ${language} ${theme}`, async ({ page }, { config, annotations }) => {
      const sections = await open(page, language, theme)
      const why = await otherwiseDrawn(page, ['all', 'changed'].includes(config.updateSnapshots))
      // Not a skip, which a report shows without the reason: what is drawn by the tokens was compared above all the same.
      if (why !== undefined) {
        annotations.push({ type: 'pictures not compared', description: why })
        console.log(`    PICTURES OF THE KIT NOT COMPARED (${language} ${theme}): ${why}`)
        return
      }
      for (const [i, section] of (await sections.all()).entries()) {
        const name = (await section.getAttribute('aria-label')) ?? String(i)
        const file = `${name.toLowerCase().replace(/\W+/g, '-')}-${language}-${theme}.png`
        await expect
          .soft(section)
          .toHaveScreenshot(file, { animations: 'disabled', threshold: 0.01, maxDiffPixels: 10 })
      }
    })
  }
}

/** Why pictures made elsewhere say nothing here: undefined where this browser with its fonts draws a probe of text to the pixel. */
async function otherwiseDrawn(page: Page, renew: boolean): Promise<string | undefined> {
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
    '<p id="probe" style="position:fixed;inset:0 auto auto 0;z-index:99;width:360px;padding:4px;background:#fff;color:#000">' +
    '永远的旅程 Waymark 0123 <b>会员积分，</b> <small>¥1,234.50 “AaGgQq” fi</small></p>')`)
  const now = await page.locator('#probe').screenshot()
  await page.evaluate(`document.querySelector('#probe').remove()`)
  if (renew) {
    mkdirSync(PICTURES, { recursive: true })
    writeFileSync(PROBE, now)
  }
  if (!existsSync(PROBE)) throw new Error('there is no probe.png: make the pictures with --update-snapshots')
  const pixels = (png: Buffer) =>
    page.evaluate<string>(`(async () => {
      const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob())
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context.drawImage(image, 0, 0)
      return context.getImageData(0, 0, image.width, image.height).data.join()
    })()`)
  if ((await pixels(now)) === (await pixels(readFileSync(PROBE)))) return undefined
  const browser = page.context().browser()?.version()
  return `Chromium ${browser} with the fonts of this machine draws text otherwise than where the pictures were made`
}
