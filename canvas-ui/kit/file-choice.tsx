import type { RefObject } from 'react'
import { Dialog } from './dialog.tsx'

const MOST_SHOWN = 20

/** Why a file was not taken: sentences, each of one thing to mend. */
export interface RefusedFile {
  readonly file: string
  readonly sentences: readonly string[]
}

/** An input for JSON files that nobody sees: click it to have one chosen. Shows why a file was not taken. */
export function FileChoice({
  input,
  label,
  onChoose,
  refused,
  title,
  description,
  onClose,
}: {
  input: RefObject<HTMLInputElement | null>
  label: string
  onChoose: (file: File) => void
  refused: RefusedFile | undefined
  title: (file: string) => string
  description: string
  onClose: () => void
}) {
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={label}
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) onChoose(file)
        }}
      />
      {refused && (
        <Dialog open onOpenChange={onClose} title={title(refused.file)} description={description}>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-ink">
            {refused.sentences.slice(0, MOST_SHOWN).map((sentence) => (
              <li key={sentence} className="break-words">
                {sentence}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
