import { Cake, CircleHelp, Hourglass, Lock, Mail, Plus, Store, Ticket } from 'lucide-react'
import { useState } from 'react'
import { rate } from '../../format/number.ts'
import { useFormat } from '../../format/use-format.ts'
import { useMessages } from '../../locale/messages.ts'
import { Avatar } from '../avatar.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Chip, Tag } from '../chip.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ErrorState } from '../error-state.tsx'
import { KeyFigures } from '../key-figure.tsx'
import { Notice } from '../notice.tsx'
import { Count, Lift, Money } from '../number.tsx'
import { TabLinks, Tabs } from '../tabs.tsx'
import { Tile } from '../tile.tsx'
import { pageMessages } from './locale.ts'
import { Row, Specimen } from './specimen.tsx'

export function Chips() {
  const t = useMessages(pageMessages)
  return (
    <Specimen name="Chip, tag, avatar, tile, notice">
      <Row>
        <Chip tone="ok">{t('running')}</Chip>
        <Chip tone="info">{t('scheduled')}</Chip>
        <Chip tone="warn">{t('inReview')}</Chip>
        <Chip>{t('paused')}</Chip>
        <Chip mark="ring">{t('draft')}</Chip>
        <Chip mark="none">{t('ended')}</Chip>
        <Chip tone="bad">{t('failed')}</Chip>
        <Chip icon={Lock}>{t('verified')}</Chip>
      </Row>
      <Row>
        <Tag>{t('core')}</Tag>
        <Tag>{t('sale')}</Tag>
        <Tag onRemove={() => {}}>{t('core')}</Tag>
        <Avatar name={t('team')} size="line" />
        <Avatar name={t('team')} />
        <Avatar name="Ada" alone />
        <Avatar name="商品组" />
        <Avatar name="会员组" size="head" />
      </Row>
      <Row>
        <Tile icon={Cake} category="trigger" />
        <Tile icon={CircleHelp} category="condition" />
        <Tile icon={Hourglass} category="control" />
        <Tile icon={Mail} category="message" />
        <Tile icon={Ticket} category="reward" />
        <Tile icon={Store} category="member" />
        <Tile icon={Cake} category="trigger" size="dense" />
        <Tile icon={Hourglass} category="control" size="head" />
      </Row>
      <Notice tone="warn" title={t('noticeTitle')}>
        {t('noticeText')}
      </Notice>
      <Notice tone="bad" title={t('notSaved')} action={<Button size="dense">{t('saved')}</Button>}>
        {t('notSavedDetail')}
      </Notice>
      <Notice title={t('publishText')} />
      <Notice tone="ok" title={t('saved')} />
    </Specimen>
  )
}

export function Figures() {
  const t = useMessages(pageMessages)
  const format = useFormat()
  return (
    <Specimen name="Key figures">
      <KeyFigures
        figures={[
          { label: t('entered'), value: <Count of={45_832} />, note: t('today') },
          { label: t('goal'), value: <Count of={9_842} />, note: rate(0.215), mark: 'ok' },
          { label: t('holdout'), value: rate(0.164), note: t('people'), mark: 'plain' },
          {
            label: t('lift'),
            value: <Lift of={0.051} />,
            note: t('interval', { range: format.pointsInterval(0.036, 0.066) }),
          },
          { label: t('revenue'), value: <Money of={486_210} currency="CNY" /> },
          { label: t('failed'), value: <Count of={null} /> },
        ]}
      />
    </Specimen>
  )
}

export function Places() {
  const t = useMessages(pageMessages)
  const [tab, setTab] = useState<'live' | 'overview' | 'nodes' | 'messages'>('overview')
  return (
    <Specimen name="Tabs, card, empty, error">
      <Tabs
        label={t('journeys')}
        value={tab}
        onChange={setTab}
        tabs={(['live', 'overview', 'nodes', 'messages'] as const).map((value) => ({
          value,
          label: t(value),
          count: value === 'messages' ? '64' : undefined,
          panel: (
            <Card title={t('funnel')} note={t('byPeople')} className="mt-3">
              <p className="px-4 pb-4">{t('publishText')}</p>
            </Card>
          ),
        }))}
      />
      <TabLinks
        label={t('overview')}
        current="/nodes"
        tabs={(['overview', 'nodes', 'messages'] as const).map((key) => ({ href: `/${key}`, label: t(key) }))}
      />
      <EmptyState
        text={t('emptyText')}
        action={
          <Button look="primary" icon={Plus}>
            {t('newJourney')}
          </Button>
        }
        link={<Button look="link">{t('fromTemplate')}</Button>}
      />
      <ErrorState title={t('errorTitle')} safe={t('errorSafe')} onRetry={() => {}} />
    </Specimen>
  )
}
