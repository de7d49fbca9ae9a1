import { ArrowRight, ChevronDown, Ellipsis, LayoutTemplate, Plus, Redo2, Square, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '../../locale/messages.ts'
import { Button } from '../button.tsx'
import { CheckBox, Checkbox } from '../checkbox.tsx'
import { IconButton } from '../icon-button.tsx'
import { SearchInput } from '../search-input.tsx'
import { Segmented } from '../segmented.tsx'
import { Switch } from '../switch.tsx'
import { pageMessages } from './locale.ts'
import { Row, Specimen } from './specimen.tsx'

export function Buttons() {
  const t = useMessages(pageMessages)
  return (
    <Specimen name="Button">
      <Row>
        <Button look="primary" icon={Plus}>
          {t('newJourney')}
        </Button>
        <Button icon={LayoutTemplate}>{t('templates')}</Button>
        <Button look="ghost" iconAfter={ChevronDown}>
          {t('filter')}
        </Button>
        <Button look="danger" icon={Square}>
          {t('stop')}
        </Button>
        <Button look="link" iconAfter={ArrowRight}>
          {t('all')}
        </Button>
      </Row>
      <Row>
        <Button look="primary" busy>
          {t('publish')}
        </Button>
        <Button busy>{t('pause')}</Button>
        <Button look="primary" disabled>
          {t('publish')}
        </Button>
        <Button disabled>{t('pause')}</Button>
        <Button look="danger" disabled>
          {t('stop')}
        </Button>
      </Row>
      <Row>
        <Button size="dense">{t('pause')}</Button>
        <Button size="dense" look="ghost">
          {t('filter')}
        </Button>
        <Button size="bar" look="primary">
          {t('publish')}
        </Button>
        <Button size="bar">{t('pause')}</Button>
      </Row>
      <Row>
        <IconButton icon={Undo2} label={t('undo')} shortcut="Ctrl Z" />
        <IconButton icon={Redo2} label={t('redo')} shortcut="Ctrl Shift Z" disabled />
        <IconButton icon={LayoutTemplate} label={t('templates')} aria-pressed />
        <IconButton icon={Trash2} label={t('delete')} tone="bad" />
        <IconButton icon={Ellipsis} label={t('menu')} framed size="bar" />
        <IconButton icon={Plus} label={t('newJourney')} size="dense" />
      </Row>
    </Specimen>
  )
}

export function Choices() {
  const t = useMessages(pageMessages)
  const [until, setUntil] = useState<'length' | 'day' | 'event' | 'memberDay'>('event')
  const [state, setState] = useState<'every' | 'running' | 'draft'>('every')
  const [quiet, setQuiet] = useState(true)
  const [consent, setConsent] = useState(false)
  const [box, setBox] = useState<boolean | 'some'>(true)
  const [term, setTerm] = useState('')
  const untils = ['length', 'day', 'event', 'memberDay'] as const
  return (
    <Specimen name="Segmented, switch, checkbox, search">
      <Segmented
        aria-label={t('until')}
        wide
        value={until}
        onChange={setUntil}
        choices={untils.map((value) => ({ value, label: t(value) }))}
      />
      <Segmented
        aria-label={t('state')}
        value={state}
        onChange={setState}
        choices={[
          { value: 'every', label: t('every') },
          { value: 'running', label: t('running'), count: '12' },
          { value: 'draft', label: t('draft'), count: '9' },
        ]}
      />
      <Switch label={t('quiet')} help={t('quietHelp')} checked={quiet} onChange={setQuiet} />
      <Row>
        <Switch label={t('consent')} checked={consent} onChange={setConsent} />
        <Switch label={t('failed')} checked disabled onChange={() => {}} />
      </Row>
      <Row>
        <Checkbox label={t('consent')} help={t('quietHelp')} checked={box} onChange={setBox} />
        <CheckBox label={t('every')} checked="some" onChange={() => {}} />
        <CheckBox label={t('paused')} checked={false} onChange={() => {}} />
        <CheckBox label={t('ended')} checked disabled onChange={() => {}} />
      </Row>
      <SearchInput label={t('searchJourneys')} shortcut="Ctrl K" size="bar" value={term} onChange={setTerm} />
    </Specimen>
  )
}
