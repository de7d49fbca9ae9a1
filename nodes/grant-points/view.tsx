import { Coins } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Coins,
  summary: ({ account, amount, expiresAfter }, { say, number, duration }) => {
    const unit = {
      spendable: say('分', 'points'),
      growth: say('成长值', 'growth points'),
      yearly: say('年度分', 'yearly points'),
    }[account]
    const given =
      amount.kind === 'fixed'
        ? `${number(amount.points)} ${unit}`
        : say(
            `${amount.of.slice('event.'.length)} × ${amount.perUnit} ${unit}`,
            `${amount.of.slice('event.'.length)} × ${amount.perUnit} ${unit}`,
          )
    return expiresAfter ? say(`${given} · ${duration(expiresAfter)}`, `${given}, ${duration(expiresAfter)}`) : given
  },
})
