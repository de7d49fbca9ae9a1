import { Archive, Copy, Ellipsis, Grid3x3, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '../../locale/messages.ts'
import { Button } from '../button.tsx'
import { Confirm } from '../confirm.tsx'
import { Dialog, Sheet } from '../dialog.tsx'
import { IconButton } from '../icon-button.tsx'
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '../menu.tsx'
import { Notice } from '../notice.tsx'
import { Popover } from '../popover.tsx'
import { toast } from '../toast.tsx'
import { Tooltip } from '../tooltip.tsx'
import { PickedFields } from './fields.tsx'
import { pageMessages } from './locale.ts'
import { Row, Specimen } from './specimen.tsx'

export function Floats() {
  const t = useMessages(pageMessages)
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'question'>()
  const [grid, setGrid] = useState(true)
  const close = (next: boolean) => next || setOpen(undefined)
  return (
    <Specimen name="Dialog, drawer, confirm, menu, popover, tooltip, toast">
      <Row>
        {(['dialog', 'sheet', 'question'] as const).map((what) => (
          <Button key={what} onClick={() => setOpen(what)}>
            {t('show', { what: t(what) })}
          </Button>
        ))}
        <Menu trigger={<IconButton icon={Ellipsis} label={t('menu')} framed size="bar" />}>
          <MenuItem icon={Pencil} shortcut="F2" onSelect={() => {}}>
            {t('rename')}
          </MenuItem>
          <MenuItem icon={Copy} shortcut="Ctrl D" onSelect={() => {}}>
            {t('duplicate')}
          </MenuItem>
          <MenuItem icon={Archive} disabled onSelect={() => {}}>
            {t('archive')}
          </MenuItem>
          <MenuCheck icon={Grid3x3} checked={grid} onChange={setGrid}>
            {t('grid')}
          </MenuCheck>
          <MenuSeparator />
          <MenuItem icon={Trash2} tone="bad" onSelect={() => {}}>
            {t('delete')}
          </MenuItem>
        </Menu>
        <Popover label={t('settings')} trigger={<Button>Popover</Button>}>
          {t('publishText')}
        </Popover>
        <Tooltip text={t('undo')} shortcut="Ctrl Z">
          <Button>Tooltip</Button>
        </Tooltip>
      </Row>
      <Row>
        <Button onClick={() => toast.done(t('saved'))}>{t('saved')}</Button>
        <Button onClick={() => toast.said(t('archived'), { way: { label: t('undoArchive'), onClick: () => {} } })}>
          {t('archive')}
        </Button>
        <Button onClick={() => toast.failed(t('notSaved'), { detail: t('notSavedDetail') })}>{t('notSaved')}</Button>
      </Row>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title={t('publishTitle')}
        description={t('publishText')}
        footer={
          <>
            <Button onClick={() => close(false)}>{t('pause')}</Button>
            <Button look="primary">{t('publish')}</Button>
          </>
        }
      >
        <Notice tone="warn" title={t('noticeTitle')} />
      </Dialog>
      <Sheet open={open === 'sheet'} onOpenChange={close} title={t('waitOrder')} footer={<Button>{t('saved')}</Button>}>
        <PickedFields />
      </Sheet>
      <Confirm
        open={open === 'question'}
        onOpenChange={close}
        title={t('stopTitle')}
        action={t('stop')}
        dangerous
        onConfirm={() => close(false)}
      >
        {t('stopText')}
      </Confirm>
    </Specimen>
  )
}
