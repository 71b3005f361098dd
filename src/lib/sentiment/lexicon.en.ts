/**
 * What AFINN gets wrong in customer feedback, one word a line: `word weight [weight when negated]`.
 * Weight 0 silences a word AFINN scores ("please", "want").
 */
export const englishWords = `
ability 0
able 0 -1.5
accuracy 0.8 -2
accurate 2.2 -2.4
accurately 1.8 -2
active 0
advantage 0.5
alarm 0
alert 0
allow 0 -1
allows 0.5 -1.5
anymore -0.8
available 0 -1.5
awsome 3.2
beneficial 2
best 2.6 -1
better 0 -1.2
block 0
broken -2
bug -1.8 1.2
buggy -2.4
bugs -1.8 1.5
can't -1
cannot -1
cant -1
chance 0
charge 0 -1.2
charged -0.6
charges -0.8
clear 1 -1.5
clearly 0
cold -0.6
compatible 0 -2
complaint -0.8 1.8
complaints -0.8 2.2
complicated -1.5
connect 0 -1.8
connecting 0 -1.8
connects 0 -1.8
constant -0.5
constantly -0.8
convenient 2
crashes -2.2
crashing -2.3
detailed 1
didn't -0.6
disconnecting -1.8
disconnects -1.8
dishonest -3
doesn't -0.8
doesnt -0.8
drain -1.5
drains -1.8
easier 1.3
easily 1.5
easy 2.2 -2
enjoy 2.4 -1.8
error -1.6 1
errors -1.6 1
excelent 3.2
excellant 3.2
expensive -1.4 1
fast 1.5
feeling 0
find 0 -1.2
fitness 0
fix -1
fixed 0 -1.5
forces -1.2
forcing -1.5
freezes -2
fun 2
funny 0
garbage -3
glitch -1.6
glitches -1.6
glitchy -2
good 2.2 -2.2
great 3 -2.2
gud 2
haha 0
handy 2
happy 2.6 -2.4
healthy 0.4
help 0.4 -1.2
helped 1.2
helpful 2.4 -2
helps 1.5 -1.5
honor 0
hopefully 0
important 0
improve -0.5
improved 1
improvement 0
inaccurate -2.4
incompatible -1.8
informative 2
install 0 -1.2
interested 0
intuitive 2.2 -2.2
invaluable 2.8
issue -1 1.5
issues -1 1.5
join 0
joke -2
junk -2.5
lacking -1.3
lacks -1.3
laggy -2
late -1
like 1 -2
liked 1 -1.5
likes 1 -2
load 0 -1.5
lose -0.8
loses -1.3
loss 0
lost -1.2
love 3.2 -2
loved 3 -1.5
loving 3
malware -2.8
matter 0
meh -1.2
miss -1
motivates 2
natural 0
never -0.5
nice 2.2 -1.5
nightmare -3
no 0
nothing -0.6
ok 0.6
okay 0.5
open 0 -1.5
opens 0 -1.5
overcharged -2.2
overpriced -2
pain -1
pair 0 -1.5
pairing 0 -1.5
perfect 3.3 -1.5
perfectly 3 -1.5
phenomenal 3.5
please 0
practical 1.8
pressure 0
pretty 0
problem -1.2 1.8
problems -1.2 1.8
professional 2 -2.2
progress 0.5
quality 0.8
quick 1.5
reach 0
reached 0
recommend 2.5 -3
recommended 2.2 -2.5
refund -1.5
reliable 2.2 -2.4
resolved 0.5 -1.8
respond 0 -1.8
response 0 -1.8
responsive 1.8 -2
rubbish -3
satisfied 2.4 -2.5
save 0 -1.2
saved 0 -1
scam -3.3
share 0
show 0 -1
simple 1.5
slow -1.8
smart 0
smooth 1.8
smoothly 1.8
solved 0.5 -1.8
spyware -3
stopped -2
straight 0
strength 0
superb 3.3
support 0 -1.2
supported 0 -1.5
supports 0 -1.5
sync 0 -2
syncing 0 -2
syncs 0 -2
till -0.5
track 0 -1
tracks 0.6 -1.2
trash -2.8
trouble -1.2 1.5
true 0.5
trust 1.2 -2
unhelpful -2.6
uninstall -2
uninstalled -2
uninstalling -2.2
unprofessional -3
unreliable -2.4
until -0.8
unusable -3
update 0 -1
useful 2.2 -2.2
useless -3
want 0
warm 0
warning 0
waste -2.4
welcoming 2.5
well 1.2 -1.5
wish -0.8
wishing -0.5
won't -1.2
wont -1.2
work 0 -2.5
worked 0 -2
working 0 -2.5
works 0.8 -2.5
worth 1.5 -2.5
worthless -3
wow 2.2
wrong -1.8 1
`;

/** English expressions, `weight expression` a line, read as the French ones are. */
export const englishIdioms = `
0 would like
0 i'd like
0 feels like
0 looks like
0 look like
0 seems like
2 i like
2 i really like
2 really like
-2 don't like
-2 do not like
0.5 so far
2.2 so far so good
-0.6 at all
-0.8 every time
-1.2 no reason
-2.6 not happy
-1.5 not compatible
-1.5 not supported
-1.5 not opening
-0.8 get rid
0 things like
0 something like
0 apps like
-0.3 would be nice
-0.3 would be great
-0.3 would be good
-0.3 would be better
-0.5 could be better
-1.8 used to love
-1.8 used to be
-1.8 used to work
-1.8 used to like
-1.8 was great until
-1.8 was good until
-1.5 no longer
-1.5 not anymore
2.2 no problem
2.2 no problems
2.2 no issues
2.2 no complaints
2.2 not bad
2.2 can't complain
2.2 cannot complain
2.2 nothing but good
2.2 nothing to complain
2.5 can't go wrong
2.5 well done
2.5 keep it up
2.5 keep up
2.5 five stars
2.5 5 stars
2.5 user friendly
2.5 works great
2.5 works well
2.5 works perfectly
2.5 works fine
2.5 easy to use
2.5 highly recommend
2 does the job
1.5 does what
2 everything i need
2 all i need
2 everything you need
2.5 can't live without
2.5 couldn't live without
2.5 cannot live without
2.5 live without
2 can't wait
2.5 couldn't be happier
2.5 cannot be happier
1.5 works as advertised
1.5 as advertised
-1.2 have to
-1.2 has to
-1.5 had to
-1.8 keeps saying
-1.8 not able to
-2 not allow
-0.5 please fix
-1 please add
-0.3 happy to
-0.5 i wish
2.5 second to none
2.5 top notch
-2.5 waste of time
-2.5 waste of money
-2.5 not worth
-2.5 don't bother
-2.5 do not bother
-2.5 stay away
-2.5 fed up
-2.5 no use
-2.5 zero stars
-2 1 star
-2 one star
-2 no support
-2 no response
-2 no help
-2 no way
-2 keeps crashing
-2 keeps disconnecting
-2 not working
-2 stopped working
-2 stops working
-2 does not work
-2 doesn't work
-1.5 hard to
-1.5 not enough
-1.5 too many
-1.5 too much
0 hard work
0 at least
0 kind of
0 heart rate
`;
