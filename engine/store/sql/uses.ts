export const usesSql = {
  /** Versions that are live, and older ones that people are inside of. */
  versions: {
    name: 'uses.versions',
    never: ['journey_id', 'version_id'],
    text: `SELECT id AS journey_id, version_id FROM journey WHERE version_id IS NOT NULL
      UNION SELECT journey_id, version_id FROM token`,
  },
} as const
