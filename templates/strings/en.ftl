## Numbers, lists and dates

value-percent = { $number }%
value-currency = { $sign }{ $symbol }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }

list-next = { $start }, { $next }
list-last = { $start } and { $last }

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

absence-missing = not known
absence-suppressed = secret
absence-impossible = does not apply
