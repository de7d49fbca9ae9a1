import type { Translate } from '../locale/messages.ts'
import type { editorMessages } from './locale.ts'
import type { StepName } from './model/machine.ts'

type Words = Translate<(typeof editorMessages)['zh-CN']>

/** What a step is called where it is undone. */
export function stepText(name: StepName | undefined, t: Words): string {
  if (!name) return ''
  const texts: Record<StepName, string> = {
    add: t('stepAdd'),
    align: t('stepAlign'),
    connect: t('stepConnect'),
    delete: t('stepDelete'),
    disconnect: t('stepDisconnect'),
    duplicate: t('stepDuplicate'),
    layout: t('stepLayout'),
    move: t('stepMove'),
    note: t('stepNote'),
    paste: t('stepPaste'),
    rename: t('stepRename'),
    settings: t('stepSettings'),
    split: t('stepSplit'),
  }
  return texts[name]
}
