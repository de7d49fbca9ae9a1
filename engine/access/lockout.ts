import type { Store } from '../store/store.ts'

const MOST_TRIES = 10
const WINDOW = '15 minutes'

/**
 * Tries to sign in by e-mail address, wherever they come from and whatever server they reach: after ten wrong passwords in a
 * quarter of an hour the account waits as long. An address that is nobody's is treated alike, so that none is given away.
 */
export class Lockout {
  constructor(private readonly connections: ReturnType<Store['signInConnections']>) {}

  /** Counts a try before it is made, so that many at once are no more than ten. Answers for how many seconds nobody may try; 0 is now. */
  async begin(email: string): Promise<number> {
    const { rows } = await this.connections.query<{ wait: number }>(
      `INSERT INTO failed_sign_in AS f VALUES ($1, 1, clock_timestamp() + $3::interval)
       ON CONFLICT (email) DO UPDATE SET
         tries = CASE WHEN f.until <= clock_timestamp() THEN 1 ELSE least(f.tries, $2) + 1 END,
         until = CASE WHEN f.until <= clock_timestamp() OR f.tries + 1 = $2 THEN excluded.until ELSE f.until END
       RETURNING CASE WHEN tries <= $2 THEN 0 ELSE ceil(date_part('epoch', until - clock_timestamp())) END AS wait`,
      [email, MOST_TRIES, WINDOW],
    )
    return rows[0]?.wait ?? 0
  }

  /** A try that was no wrong password, whatever else it was: it does not count. */
  async takeBack(email: string): Promise<void> {
    await this.connections.query('UPDATE failed_sign_in SET tries = tries - 1 WHERE email = $1', [email])
  }

  /** Forgets the tries of an address, and on the way all that are too old to count. */
  async forget(email: string): Promise<void> {
    await this.connections.query('DELETE FROM failed_sign_in WHERE email = $1 OR until <= clock_timestamp()', [email])
  }
}
