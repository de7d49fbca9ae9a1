import { TriangleAlert } from 'lucide-react'
import { stepWords } from '../../../../engine/core/explain/step.locale.ts'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { differenceText } from '../../../../engine/core/path-test/difference.locale.ts'
import type { Passage, TestResult } from '../../../../engine/core/path-test/run.ts'
import { locales } from '../../../../nodes/locales.ts'
import { settingsOf } from '../../../canvas/outcomes.ts'
import { classes } from '../../../kit/classes.ts'
import { Icon } from '../../../kit/icon.tsx'
import { useLanguage } from '../../../locale/language.ts'
import { useMessages } from '../../../locale/messages.ts'
import { pathTestMessages } from './locale.ts'
import { nodeName, outcomeName, readPassage } from './passage.ts'

/** The path of a test: in a line where it is as expected, else beside what was expected, with where they part and why. */
export function Parting({
  document,
  result: { test, observed, differences },
}: {
  document: JourneyDocument
  result: TestResult
}) {
  const t = useMessages(pathTestMessages)
  const language = useLanguage()
  const named = useNamed(document)
  const path = differences.find((one) => one.kind === 'path')
  const others = differences.filter((one) => one.kind !== 'path')
  const actual = observed.path.map(({ name }) => name)
  return (
    <>
      {path ? (
        <Paths {...{ named, actual }} expected={test.expect.path} parted={path.index}>
          {path.actual && whyOf(document, path.actual, language)}
        </Paths>
      ) : (
        actual.length > 0 && <p className="text-ink-3 text-secondary">{actual.map(named).join(' → ')}</p>
      )}
      {others.length > 0 && (
        <div className="text-bad text-secondary">
          <div className="flex items-center gap-1">
            <Icon of={TriangleAlert} size="badge" />
            {t('effects')}
          </div>
          {others.map((difference) => (
            <p key={difference.kind}>{differenceText(difference, language)}</p>
          ))}
        </div>
      )}
    </>
  )
}

/** How a passage is read aloud: its node, and the way out of it. */
function useNamed(document: JourneyDocument): (passage: string) => string {
  const t = useMessages(pathTestMessages)
  const language = useLanguage()
  return (passage) => {
    const { node: id, outcome, failed } = readPassage(passage)
    const node = nodeName(document, id)
    if (outcome === undefined) return t(failed ? 'stopped' : 'waits', { node })
    return t('passage', { node, outcome: outcomeName(document, id, outcome, language) })
  }
}

/** Why a member went as it did where that was not expected; nothing of somebody who waits there. */
function whyOf(
  document: JourneyDocument,
  { node: id, outcome, because }: Passage,
  language: 'zh-CN' | 'en',
): string | undefined {
  const node = document.nodes.find((one) => one.id === id)
  if (!node || outcome === undefined) return undefined
  const said = { settings: settingsOf(node) ?? node.settings, texts: locales.get(node.type) }
  return stepWords(said, { outcome, because }, language)
}

function Paths({
  named,
  expected,
  actual,
  parted,
  children,
}: {
  named: (passage: string) => string
  expected: readonly string[]
  actual: readonly string[]
  /** The first step that is not as expected. */
  parted: number
  /** Why it went otherwise there. */
  children: string | undefined
}) {
  const t = useMessages(pathTestMessages)
  const steps = Array.from({ length: Math.max(expected.length, actual.length) }, (_, step) => step)
  const cell = (passage: string | undefined) => (passage === undefined ? t('nothing') : named(passage))
  return (
    <div>
      <table className="w-full table-fixed text-left text-secondary">
        <thead className="text-ink-3">
          <tr>
            <th className="w-10 py-1 font-medium">{t('step')}</th>
            <th className="px-2 py-1 font-medium">{t('expected')}</th>
            <th className="px-2 py-1 font-medium">{t('actual')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step} className={classes(step === parted ? 'bg-bad-soft text-bad' : 'text-ink-2')}>
              <td className="py-1 tabular-nums">{step + 1}</td>
              <td className="px-2 py-1">{cell(expected[step])}</td>
              <td className="px-2 py-1">{cell(actual[step])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 flex items-start gap-1 text-bad text-secondary">
        <Icon of={TriangleAlert} size="badge" className="mt-0.5" />
        <span>
          {t('parted', { step: parted + 1 })}
          {children && <span className="ml-1 text-ink-2">{children}</span>}
        </span>
      </p>
    </div>
  )
}
