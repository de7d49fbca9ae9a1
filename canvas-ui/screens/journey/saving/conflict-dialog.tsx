import { useMemo } from 'react'
import { differenceOf } from '../../../../engine/core/journey/difference.ts'
import { useProblemText } from '../../../api/problem-text.ts'
import { useFormat } from '../../../format/use-format.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { useMessages } from '../../../locale/messages.ts'
import { Differences } from '../differences.tsx'
import { conflictMessages } from './conflict-locale.ts'
import { type Saving, useSnapshot } from './use-saving.ts'

const WAYS = ['open a copy', 'take theirs', 'keep mine'] as const

/** The other one is a colleague's, or one that the same person saved on another page. */
const WORDS = {
  theirs: {
    help: 'conflictHelp',
    at: 'conflictAt',
    mine: 'mineOnly',
    theirs: 'theirsOnly',
    'open a copy': ['openCopy', 'openCopyHelp'],
    'take theirs': ['takeTheirs', 'takeTheirsHelp'],
    'keep mine': ['keepMine', 'keepMineHelp'],
  },
  own: {
    help: 'ownHelp',
    at: 'ownAt',
    mine: 'thisOnly',
    theirs: 'otherOnly',
    'open a copy': ['copyThis', 'copyThisHelp'],
    'take theirs': ['takeOther', 'takeOtherHelp'],
    'keep mine': ['keepThis', 'keepThisHelp'],
  },
} as const

/** Somebody else saved first: shows how the two differ, and lets the person choose. Nothing is lost while it is open. */
export function ConflictDialog({ saving, onLater }: { saving: Saving; onLater: () => void }) {
  const t = useMessages(conflictMessages)
  const format = useFormat()
  const snapshot = useSnapshot(saving)
  const problemText = useProblemText()
  const { theirs, document, me, refusal } = snapshot.context
  const difference = useMemo(() => theirs && differenceOf(document, theirs.document), [document, theirs])
  if (!theirs || !difference) return null
  const isOwn = theirs.savedBy === me
  const words = WORDS[isOwn ? 'own' : 'theirs']
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onLater()}
      width={600}
      title={isOwn ? t('ownTitle') : t('conflictTitle', { who: theirs.savedBy ?? t('somebody') })}
      description={t(words.help)}
    >
      {theirs.savedAt !== null && (
        <p className="mb-2 text-ink-3 text-secondary">{t(words.at, { time: format.nearDateTime(theirs.savedAt) })}</p>
      )}
      <Differences of={difference} only={{ mine: t(words.mine), theirs: t(words.theirs) }} />
      {refusal && 'error' in refusal && (
        <p role="alert" className="mt-3 text-bad">
          {t('copyFailed', { why: problemText(refusal.error) })}
        </p>
      )}
      <div className="mt-4 grid grid-cols-3 gap-3">
        {WAYS.map((type) => (
          <div key={type} className="flex flex-col gap-1.5">
            <Button
              look={type === 'keep mine' ? 'primary' : 'secondary'}
              busy={snapshot.matches('copying')}
              onClick={() => saving.send({ type })}
              className="h-auto! min-h-8 whitespace-normal! py-1"
            >
              {t(words[type][0])}
            </Button>
            <span className="text-ink-3 text-secondary">{t(words[type][1])}</span>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
