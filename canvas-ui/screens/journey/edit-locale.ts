import { messages } from '../../locale/messages.ts'

/** Words of the editor's bar. */
export const editMessages = messages(
  {
    simulate: '模拟',
    forecast: '预估',
    tests: '路径测试',
    publish: '发布',
    published: '「{name}」v{version, number} 已发布',
  },
  {
    simulate: 'Simulate',
    forecast: 'Forecast',
    tests: 'Path tests',
    publish: 'Publish',
    published: '“{name}” v{version, number} published',
  },
)
