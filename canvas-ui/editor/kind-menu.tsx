import { Popover } from 'radix-ui'
import { useId } from 'react'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import { views } from '../../nodes/views.ts'
import type { Point } from '../canvas/card.ts'
import { ChoiceList } from '../kit/choice-list.tsx'
import { FLOATING } from '../kit/floating.ts'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { editorMessages } from './locale.ts'
import { mayFollow } from './model/insertion.ts'

/** The kinds of node that an outcome can lead to, at a place on the screen. */
export function KindMenu({ at, onPick, onClose }: { at: Point; onPick: (type: string) => void; onClose: () => void }) {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const kinds = [...registry.values()].flatMap(({ type, category }) => {
    const icon = views.get(type)?.icon
    const label = locales.get(type)?.[language].name ?? type
    return mayFollow(type) ? [{ value: type, label, group: t(category), ...(icon && { icon }) }] : []
  })
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor className="fixed" style={{ left: at.x, top: at.y }} />
      <Popover.Portal>
        <Popover.Content
          aria-label={t('leadTo')}
          align="start"
          side="right"
          sideOffset={8}
          collisionPadding={8}
          className={`${FLOATING} w-60 overflow-hidden`}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <ChoiceList
            id={useId()}
            choices={kinds}
            searchPlaceholder={t('searchNodes')}
            first={null}
            isChosen={() => false}
            onPick={onPick}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
