import { type ExplainedEnrolment, explainEnrolment } from '../core/explain/enrolment.locale.ts'
import type { WhyNotReason, Wording } from '../core/explain/facts.ts'
import type { MemberId } from '../core/ids.ts'
import type { Language } from '../core/say.ts'
import { distance } from '../core/time/measured.locale.ts'
import { momentWords } from '../core/time/moment.locale.ts'
import { clockOf } from '../store/moment.ts'
import type { DbTx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { completed, type EnrolmentTrace } from './enrolment-trace.ts'
import { type MemberTrace, traceMember } from './trace.ts'
import { whyNotOf } from './why-not.ts'

/** In which words to explain: as of `now`, epoch milliseconds, on the clock of `zone`, the workspace's. */
export interface Reader {
  readonly language: Language
  readonly now: number
  readonly zone: string
}

export async function readerOf(tx: DbTx, language: Language): Promise<Reader> {
  const { zone } = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  return { language, now: await clockOf(tx), zone }
}

/** Times on the clock of a journey; its zone is named where it is not the reader's. */
export const wordingIn = ({ language, now, zone }: Reader, journey: string): Wording => ({
  language,
  time: (at) => `${momentWords(at, now, journey, language)}${journey === zone ? '' : ` ${journey}`}`,
  distance: (at) => distance(at - now, language),
})

/** An entry in words. */
export const explained = ({ registry }: Engine, trace: EnrolmentTrace, reader: Reader): ExplainedEnrolment =>
  explainEnrolment(
    trace,
    new Map(
      trace.nodes.map(({ id, name, type, settings }) => [id, { name, settings, texts: registry.get(type)?.texts }]),
    ),
    wordingIn(reader, trace.zone),
  )

/** A member's way through a journey in words, told to `reader`. */
export interface ExplainedMember extends MemberTrace {
  readonly reader: Reader
  readonly entries: readonly (EnrolmentTrace & { readonly words: ExplainedEnrolment })[]
  readonly whyNot: WhyNotReason
}

/** Throws a UserError for a journey that is not there. */
export async function explainMember(
  engine: Engine,
  tx: DbTx,
  key: string,
  member: MemberId,
  language: Language,
): Promise<ExplainedMember> {
  const reader = await readerOf(tx, language)
  const trace = await traceMember(engine, tx, key, member)
  const entries = []
  for (const entry of trace.entries) {
    const whole = await completed(engine, tx, trace, entry)
    entries.push({ ...whole, words: explained(engine, whole, reader) })
  }
  return { ...trace, reader, entries, whyNot: await whyNotOf(engine, tx, trace) }
}
