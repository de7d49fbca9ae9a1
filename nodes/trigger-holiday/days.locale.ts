import type { Settings } from './node.ts'

type Day = Settings['days'][number]
type Names = Readonly<Record<string, readonly [zh: string, en: string]>>

/** What holidays, festivals, terms and occasions are called, by kind of day. */
export const NAMES = {
  statutory: {
    'new-year': ['元旦', 'New Year'],
    'spring-festival': ['春节', 'Spring Festival'],
    qingming: ['清明', 'Tomb-sweeping Day'],
    'labour-day': ['劳动节', 'Labour Day'],
    'dragon-boat': ['端午', 'Dragon Boat Festival'],
    'mid-autumn': ['中秋', 'Mid-autumn Festival'],
    'national-day': ['国庆', 'National Day'],
  },
  lunar: {
    'new-years-eve': ['除夕', 'Lunar New Year’s Eve'],
    'spring-festival': ['春节', 'Lunar New Year'],
    lantern: ['元宵', 'Lantern Festival'],
    'dragon-head': ['龙抬头', 'Dragon Head Day'],
    'dragon-boat': ['端午', 'Dragon Boat Festival'],
    qixi: ['七夕', 'Qixi'],
    ghost: ['中元', 'Ghost Festival'],
    'mid-autumn': ['中秋', 'Mid-autumn Festival'],
    'double-ninth': ['重阳', 'Double Ninth'],
    laba: ['腊八', 'Laba'],
    'little-new-year-north': ['小年（北方，廿三）', 'Little New Year, north (23rd)'],
    'little-new-year-south': ['小年（南方，廿四）', 'Little New Year, south (24th)'],
  },
  'solar-term': {
    'minor-cold': ['小寒', 'Minor Cold'],
    'major-cold': ['大寒', 'Major Cold'],
    'spring-begins': ['立春', 'Start of Spring'],
    'rain-water': ['雨水', 'Rain Water'],
    'insects-awaken': ['惊蛰', 'Awakening of Insects'],
    'spring-equinox': ['春分', 'Spring Equinox'],
    qingming: ['清明', 'Pure Brightness'],
    'grain-rain': ['谷雨', 'Grain Rain'],
    'summer-begins': ['立夏', 'Start of Summer'],
    'grain-buds': ['小满', 'Grain Buds'],
    'grain-in-ear': ['芒种', 'Grain in Ear'],
    'summer-solstice': ['夏至', 'Summer Solstice'],
    'minor-heat': ['小暑', 'Minor Heat'],
    'major-heat': ['大暑', 'Major Heat'],
    'autumn-begins': ['立秋', 'Start of Autumn'],
    'heat-ends': ['处暑', 'End of Heat'],
    'white-dew': ['白露', 'White Dew'],
    'autumn-equinox': ['秋分', 'Autumn Equinox'],
    'cold-dew': ['寒露', 'Cold Dew'],
    'frost-descends': ['霜降', 'Frost’s Descent'],
    'winter-begins': ['立冬', 'Start of Winter'],
    'minor-snow': ['小雪', 'Minor Snow'],
    'major-snow': ['大雪', 'Major Snow'],
    'winter-solstice': ['冬至', 'Winter Solstice'],
  },
  occasion: {
    'new-year': ['元旦', 'New Year’s Day'],
    valentines: ['情人节', 'Valentine’s Day'],
    'womens-day': ['妇女节', 'Women’s Day'],
    'white-day': ['白色情人节', 'White Day'],
    'consumers-day': ['消费者权益日', 'Consumer Rights Day'],
    'earth-day': ['地球日', 'Earth Day'],
    'labour-day': ['劳动节', 'Labour Day'],
    'youth-day': ['青年节', 'Youth Day'],
    'mothers-day': ['母亲节', 'Mother’s Day'],
    'five-twenty': ['520', '520'],
    'childrens-day': ['儿童节', 'Children’s Day'],
    'fathers-day': ['父亲节', 'Father’s Day'],
    'six-eighteen': ['618', '618'],
    'teachers-day': ['教师节', 'Teachers’ Day'],
    halloween: ['万圣夜', 'Halloween'],
    'double-eleven': ['双十一', 'Double 11'],
    thanksgiving: ['感恩节', 'Thanksgiving'],
    'black-friday': ['黑色星期五', 'Black Friday'],
    'double-twelve': ['双十二', 'Double 12'],
    'christmas-eve': ['平安夜', 'Christmas Eve'],
    christmas: ['圣诞节', 'Christmas'],
    'new-years-eve': ['跨年夜', 'New Year’s Eve'],
  },
} as const satisfies Readonly<Record<string, Names>>

const HOLIDAY_DAYS: Readonly<Record<Extract<Day, { kind: 'statutory' }>['on'], readonly [zh: string, en: string]>> = {
  festival: ['', ''],
  'first-day-off': ['放假第一天', ', first day off'],
  'last-day-off': ['放假最后一天', ', last day off'],
  'last-workday': ['放假前最后一个工作日', ', last workday before'],
  'first-workday': ['放假后第一个工作日', ', first workday after'],
  'moved-workdays': ['调休上班日', ', moved workdays'],
}

/** The names of a choice at one place, in one language. */
export const namesIn = (names: Names, language: 'zh-CN' | 'en'): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([key, [zh, en]]) => [key, language === 'zh-CN' ? zh : en]))

const joined = (dates: readonly number[], last: readonly [string, string], each: (date: number) => string) =>
  dates.map((date) => (date === -1 ? last : each(date)))

/** What a day is called, in both languages. */
export function nameOf(day: Day): readonly [zh: string, en: string] {
  switch (day.kind) {
    case 'statutory': {
      const [[zh, en], [onZh, onEn]] = [NAMES.statutory[day.holiday], HOLIDAY_DAYS[day.on]]
      return [zh + onZh, en + onEn]
    }
    case 'lunar':
      return NAMES.lunar[day.festival]
    case 'solar-term':
      return NAMES['solar-term'][day.term]
    case 'occasion':
      return NAMES.occasion[day.occasion]
    case 'monthly':
      return [
        `每月 ${joined(day.dates, ['最后一天', ''], (date) => `${date} 日`).join('、')}`,
        `Day ${joined(day.dates, ['last', ''], String).join(', ')} of each month`,
      ]
    case 'yearly':
      return [`每年 ${day.month} 月 ${day.day} 日`, `${day.day}/${day.month} each year`]
    case 'lunar-yearly':
      return [`每年农历 ${day.month} 月 ${day.day} 日`, `Lunar ${day.day}/${day.month} each year`]
  }
}
