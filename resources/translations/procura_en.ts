<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutBox</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procura Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something does not work, copy the details and send them to your administrator. They name the program, the system, the libraries and the last update, and nothing of your work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not divided into lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not divide it: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 46 of Directive 2014/24/EU asks for the main reasons. Say them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: 300 laptops with support for five years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for, and why now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a code or a word; the main code comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact for bidders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated value, without VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their headings and fixed sentences; texts of criteria stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will people use what you buy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If so, the law asks for criteria on accessibility (Article 42).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing is asked for accessibility: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If no clean vehicles are asked for: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of these CPV codes fall under the Clean Vehicles Directive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing is asked for energy: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of these CPV codes fall under the Energy Efficiency Directive (Article 7).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline for offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{after}” is before “{before}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example 270000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write figures, such as 270000 or 1250.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three letters, such as EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closed procurement is never changed, also not by an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun on {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for this text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add to a procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in this procurement already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the criterion asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can write it later as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen criterion/criteria changed in the library: {title}</source>
        <translation>
            <numerusform>%n chosen criterion changed in the library: {title}</numerusform>
            <numerusform>%n chosen criteria changed in the library: {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue since {date}: {what} ({title})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Overdue since {date}: {what}, and %n more ({title})</source>
        <translation>
            <numerusform>Overdue since {date}: {what}, and %n more ({title})</numerusform>
            <numerusform>Overdue since {date}: {what}, and %n more ({title})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>Take in “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procurements that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what the file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours is closed: it is never replaced. You can keep both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the same with all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n procurement(s) of the file is/are here already and differ.</source>
        <translation>
            <numerusform>%n procurement of the file is here already and differs.</numerusform>
            <numerusform>%n procurements of the file are here already and differ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Underlined words are in the file only, struck words are in yours only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwardPanel</name>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of the price and how offers are compared hold for every lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No award criterion holds for this lot: the lowest price wins in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No award criterion is chosen yet: the lowest price wins. Choose some under Criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How offers are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the scores of example offers to see which criterion ever decides. Not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Go back to a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything of yours becomes as it was then: procurements, notes, searches, what you read last. Your data of now are kept as a backup first, so that you can come back to them in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backups are looked through…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with backups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n procurement(s)</source>
        <translation>
            <numerusform>%n procurement</numerusform>
            <numerusform>%n procurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n procurement(s) was/were saved whole.</source>
        <translation>
            <numerusform>%n procurement was/were saved whole.</numerusform>
            <numerusform>%n procurements was/were saved whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria lost</source>
        <translation>
            <numerusform>%n criterion lost</numerusform>
            <numerusform>%n criteria lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s), note(s) or saved search(es) lost.</source>
        <translation>
            <numerusform>%n bookmark, note or saved search lost.</numerusform>
            <numerusform>%n bookmarks, notes or saved searches lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of the file could not be read at all.</source>
        <translation>
            <numerusform>%n page of the file could not be read at all.</numerusform>
            <numerusform>%n pages of the file could not be read at all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The backup of today is in {folder} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup: {moment} ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data are backed up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Make a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>‹ Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Product group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckedField</name>
    <message>
        <source>Until then “{kept}” stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then nothing is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>What the checks found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. The checks are ours and cannot replace a lawyer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them must be settled</source>
        <translation>
            <numerusform>%n of them must be settled</numerusform>
            <numerusform>%n of them must be settled</numerusform>
        </translation>
    </message>
    <message>
        <source>It says: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read about the law</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>What exactly do you buy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find among these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the marked criterion asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every criterion needs a reason; it goes into the file note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in this procurement already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof: {proof}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria ticked.</source>
        <translation>
            <numerusform>%n criterion ticked.</numerusform>
            <numerusform>%n criteria ticked.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why for: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No criterion here has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say at the top what exactly you buy: then what matters most for it is ticked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Choose criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library no longer has these product groups: {groups}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n criterion/criteria</source>
        <translation>
            <numerusform>Add %n criterion</numerusform>
            <numerusform>Add %n criteria</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” refers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeList</name>
    <message>
        <source>Add: a code or a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: type or press the down key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is not in the list. Write it with its check digit, such as 30213100-6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code and no word of the list. A CPV code has eight figures, such as 30213100-6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page or section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You confirm that you read this criterion in the official text and that requirement and figures agree with it. It holds until the criterion changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} (your own)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more among the cases</source>
        <translation>
            <numerusform>and %n more among the cases</numerusform>
            <numerusform>and %n more among the cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more criterion/criteria</source>
        <translation>
            <numerusform>%n more criterion</numerusform>
            <numerusform>%n more criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min to read</source>
        <translation>
            <numerusform>%n min to read</numerusform>
            <numerusform>%n min to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is %n day(s) old.</source>
        <translation>
            <numerusform>It is %n day old.</numerusform>
            <numerusform>It is %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageStrip</name>
    <message>
        <source>{covered} of {all} impacts are covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heaviest impacts not covered yet: {named}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaModel</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the wording was read in a source; what each mark means stands below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no requirement at this level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaPanel</name>
    <message>
        <source>Choose criteria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the marked criterion up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the marked criterion down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet. “Choose criteria…” proposes the three that matter most for your product group, then the others, each with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria chosen</source>
        <translation>
            <numerusform>%n criterion chosen</numerusform>
            <numerusform>%n criteria chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriteriaTable</name>
    <message>
        <source>Kind of criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a click opens a criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaView</name>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a criterion; Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataBox</name>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is made every day that you use the program; the last ten are kept. A file of everything is for another computer or a colleague: what is not there yet is taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{workspace}
Backups: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept just now, so there is nothing to back up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>year-month-day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a day for: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write year, month and day, such as 2027-03-01.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayCalendar</name>
    <message>
        <source>The month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>This part of the program is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation does not let links open the browser. The address is: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library of
{date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer says {today}, but your library is of {newest}. Set the clock: updates over the network and the age of texts need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library: {library}
Your own data: {data}
Settings: {settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you close the program, nothing new is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library that came with the program is used instead: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prefix for open contracting data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered once for each publisher at the Open Contracting Partnership.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the bidders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the notice and as open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {document}, with its sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in {folder}</source>
        <translation>
            <numerusform>%n file saved in {folder}</numerusform>
            <numerusform>%n files saved in {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what is there, or keep both?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueLines</name>
    <message>
        <source>Waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message>
        <source>Start of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion to add a check for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And if not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First check, days after the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every three months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every six months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this check out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number of days, such as 90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a check out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to check yet. Many criteria bring their checks along; add your own below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the contract starts, and each check gets its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%n thing to check</numerusform>
            <numerusform>%n things to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the end of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {days}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This writes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leads to the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupFacts</name>
    <message>
        <source>Where the impacts are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has yet said for this set where in the life cycle its impacts are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three criteria that matter most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens in the browser, if you are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other buyers did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands in the sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is our judgement.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>‹ All product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for a procurement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>Choose a product group to see its criteria side by side, core and comprehensive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Continue reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you buying?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library}, edition {version}: {criteria}, {cases} and {articles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of guidance, law and checklists</source>
        <translation>
            <numerusform>%n article of guidance, law and checklists</numerusform>
            <numerusform>%n articles of guidance, law and checklists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in all</source>
        <translation>
            <numerusform>%n record in all</numerusform>
            <numerusform>%n records in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Published by {publisher}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest text is of {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than a year ago: check what you use in the official documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is legal advice; national law prevails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it: {library}, edition {version}, {publisher}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) changed in the last update: see which</source>
        <translation>
            <numerusform>%n text changed in the last update: see which</numerusform>
            <numerusform>%n texts changed in the last update: see which</numerusform>
        </translation>
    </message>
    <message>
        <source>Your bookmarks and notes ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotspotMatrix</name>
    <message>
        <source>Where the impacts are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages of the life cycle across, impacts down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I read the official figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has to do with what you buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes into the file note only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where it is not plain. The law asks for a link to the subject matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words and figures gave way to those of this level. Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by {who} on {date}: {document}, {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {library}, edition {edition}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the confirmation…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Alt and an arrow key move a criterion; Delete takes it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftNote</name>
    <message>
        <source>Note on a text that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your libraries do not have this text. Your note is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>New procurement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A procurement from a colleague, in a file that ends in .procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My procurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, template, file, delete: for the procurement that is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a template of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file for a colleague…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin your first procurement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message>
        <source>{criteria} · last changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria changed in the library</source>
        <translation>
            <numerusform>%n criterion changed in the library</numerusform>
            <numerusform>%n criteria changed in the library</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LooseBox</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the notes that have lost their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These notes have lost their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed, and their passage is no longer in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LotsForm</name>
    <message>
        <source>Lots let smaller firms bid. Criteria can hold for all lots or for some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lot}, title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this lot is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lot}, estimated value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out {lot}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write figures, such as 90000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion/criteria hold for this lot alone.</source>
        <translation>
            <numerusform>%n criterion holds for this lot alone.</numerusform>
            <numerusform>%n criteria hold for this lot alone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them out too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them for all lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out a lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Procura Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Pages of the manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Procura</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product groups, and what you read last (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that matches what you type (Ctrl+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to do it, step by step (Ctrl+3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements for each product group (Ctrl+4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other buyers did (Ctrl+5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the field (Ctrl+6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My procurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your purchases: chosen criteria, figures, documents (Ctrl+7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How old your library is, and newer editions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours and size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to use this program (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Network and updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates by itself, and fetch small ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer my library to others on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before fetching more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the line at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as much as there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none beside those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of additional certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an address such as http://proxy.example:3128, or “none”, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Criteria that the library changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition level to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its levels are others now; take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you and the library changed the same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the new wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the criterion out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older wording of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined words are only in the older text, struck words only in the newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined words are new in the library, struck words are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures that this wording has no place for: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you here. When a library update changes a criterion of this procurement, you will find it in this place, word by word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New wording of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the older wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This procurement is closed: it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will have to confirm the figures again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note. It is saved while you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On “{quote}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note has room for {number} characters: the end of this one is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteTaking</name>
    <message numerus="yes">
        <source>Notes (%n)</source>
        <translation>
            <numerusform>Notes (%n)</numerusform>
            <numerusform>Notes (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>{note} (has lost its place)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a passage first: with the mouse, or press F7 and select with Shift and the arrows. What Find has found counts as selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighted. A click on it, or the menu “Notes”, adds words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrows now move in the text; with Shift they select. F7 ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrows scroll again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select at least one word, and no more than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Search in your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All bookmarks and notes with their sources, as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, rename, delete: for the entry that is marked, and its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept yet.

While you read a text, press Ctrl+D for a bookmark. Select a passage and press Ctrl+Shift+H to highlight it, or Ctrl+Shift+N to write a note on it; without a passage the note is on the whole text.

All of it is on this computer only, in your workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename this folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark an entry of the list first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>The note was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmark “{title}” was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{name}” was deleted; its bookmarks stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OffersForm</name>
    <message>
        <source>Add an example offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price or cost of the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking of the example offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price or cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out an example offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a price above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score for {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cheap offer of {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful: whether {first} or {second} comes before the other depends on a third: {third}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price scores are measured against the lowest price: a third offer can change the order of two others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParcelWords</name>
    <message numerus="yes">
        <source>%n procurement(s) taken in</source>
        <translation>
            <numerusform>%n procurement taken in</numerusform>
            <numerusform>%n procurements taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are new and will be taken in.</source>
        <translation>
            <numerusform>%n is new and will be taken in.</numerusform>
            <numerusform>%n are new and will be taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are the same here already.</source>
        <translation>
            <numerusform>%n is the same here already.</numerusform>
            <numerusform>%n are the same here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were kept as you have it/them</source>
        <translation>
            <numerusform>%n was kept as you have it</numerusform>
            <numerusform>%n were kept as you have them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es) taken in</source>
        <translation>
            <numerusform>%n saved search taken in</numerusform>
            <numerusform>%n saved searches taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s) taken in</source>
        <translation>
            <numerusform>%n bookmark taken in</numerusform>
            <numerusform>%n bookmarks taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken in</source>
        <translation>
            <numerusform>%n note taken in</numerusform>
            <numerusform>%n notes taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more difference(s)</source>
        <translation>
            <numerusform>and %n more difference</numerusform>
            <numerusform>and %n more differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>The file is written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {path}. Send this file to your colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My procurements of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procurements (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is taken in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this file is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the program does not know what else is in the file: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is undone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your procurements are as they were before the file was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks, notes and searches that came with them stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProcurementPage</name>
    <message>
        <source>‹ My procurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}. Redo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My procurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: open it again under About to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Procuring</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EU criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our model text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your office&apos;s own text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common: most suppliers can meet it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growing: several suppliers can meet it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emerging: few suppliers can meet it, ask the market first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: ask the market first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy (1 of 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderate (2 of 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heavy (3 of 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ecolabel, checked by a third party (ISO 14024, type I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maker&apos;s own claim (ISO 14021, type II)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmental declaration with figures (ISO 14025, type III)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustainability scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate for a management system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protecting and restoring biodiversity and ecosystems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transition to a circular economy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climate change adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climate change mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pollution prevention and control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustainable use and protection of water and marine resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessibility for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ethnic equality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender equality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human rights due diligence in global supply chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employment of the long-term unemployed and of disadvantaged persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair working conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New or significantly improved on the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process innovation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product innovation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research and development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>During the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels as proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for eForms notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested weight: {low} to {high} % of the award points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or equivalent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmental impact (BT-774)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social objective (BT-775)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innovation (BT-776)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} (our numbering)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbreviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In other languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What buyers get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publisher not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the library {library}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read by us: check here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not legal advice. National law prevails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads nowhere: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no section “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The glossary does not explain this word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select with the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a procurement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the criteria they used…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”, library {library}, version {version}, updated {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{levels} and {last}: the same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the bookmark out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked. You find it again with Ctrl+B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a new folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>How criteria are weighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a price becomes a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between equal totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded to decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score 0 from how many times the lowest price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100: 100; 120: 60; 150: 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no weights can be given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per cent of the lowest price, and the score up to there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents will say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How offers are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number above 1, such as 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pairs such as 100: 100; 120: 60, the limits rising, the scores falling.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Product group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search instead for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also in your notes ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you buy, or what you want to know: laptop battery, cleaning, award criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. Try fewer or other words, or choose all kinds and all product groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing results for “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {total} results</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has these words and passes the filters. Nearest, without the filters:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has these words. Nearest, with words that look alike: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has all of these words. Nearest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Arrow keys change the size; Ctrl+Plus and Ctrl+Minus do from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of keys in the manual (Ctrl+/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change takes effect at once and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your files are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works without a mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what has to be fetched…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch and offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the offer up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or stick with an edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a few seconds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on this network offers a library just now. An address can be typed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s) found:</source>
        <translation>
            <numerusform>%n computer found:</numerusform>
            <numerusform>%n computers found:</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} — library “{library}”, edition {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an address such as 192.168.1.20, or 192.168.1.20:29170.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files to offer are not here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharingBox</name>
    <message>
        <source>On this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer my library to others on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of fetching what is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from a folder or stick…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computers that offer a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 192.168.1.20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One computer fetches an edition, the others take it from there. They can read the signed files of your libraries, and nothing else that is yours; what they get is checked as always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is switched off: see “Never use the network”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotForm</name>
    <message>
        <source>your figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slot}: the source&apos;s value again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source leaves it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} (check it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {number}; sensible is {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Add a source of updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root file of the publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://… or a shared folder; empty for sticks and files only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared it with what the publisher told me, and it is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A publisher gives out a small root file, and its fingerprint by another way: on paper, by telephone, on its web page. Who has this root can change your library: compare with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root file (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>New procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else, or nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you buy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: Laptops for the town hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose criteria now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How ambitious?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the thresholds: fewer criteria, and a specification of one page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change all of this later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>Copied the selection with its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the whole text with its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {path}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermPopup</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {term}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search guidance, criteria and cases (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results come while you type. Enter opens the best one, Down goes to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search from anywhere: Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateFacts</name>
    <message>
        <source>This library is not here yet: its first update brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the edition that came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward to edition {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to edition {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source of updates is set. Ask your administrator, or add one below with the root file that the publisher gives out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no address: its editions come on sticks and as files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Looking for a newer edition…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have the newest edition, {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is down. What has arrived is kept; it goes on by itself when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the newest edition…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds the newest edition now, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and search this library beside the main one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the edition before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the newest edition to a stick…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates by itself, and fetch small ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before fetching more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the line at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as much as there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edition can come on a stick, from a shared folder, or as one file that ends in .procura. It is checked in the same way as one from the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How updates come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>See what changed: %n text(s)</source>
        <translation>
            <numerusform>See what changed: %n text</numerusform>
            <numerusform>See what changed: %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Procura Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsForm</name>
    <message>
        <source>Weight, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not add up in: {lots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum score, of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores run from 0 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhereDialog</name>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into which procurement?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingForm</name>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof with the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof during the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How points are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a bidder reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different from the source (underlined is yours, struck is the source&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the source&apos;s words again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>award</name>
    <message>
        <source>Life-cycle cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at which place the price stands among the criteria: 1 is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some criteria have no weight yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing counts yet: give at least one criterion a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights have to make 100 % together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range ends below its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice within the ranges makes 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why no weights can be given: Article 67(5) only allows an order then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price with a score of 0 must be above the lowest price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of scores is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table the limits must rise and the scores fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score in the table is not between 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round to 0 to 6 decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} points in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} % in all: it adds up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} % in all: {left} % still to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} % in all: {left} % too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: decides. Without it another offer is first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: can decide, with other scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: can never decide between these offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score for {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} below the minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank} (draw)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of importance only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The life-cycle cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest price divided by price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lower price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more points for quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a newer version of the program changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you went back to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be used · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was saved in part: {lost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was made anew around its criteria; the rest of it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of what you read or searched last is no longer known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is no longer in the library. It said:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is new in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined words are new, struck words are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only details such as dates, links or keywords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>Must be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This procurement is in {language}, and these checks read English only: vague words, wishes, links to what is bought, selection, points, accessibility, clean vehicles, energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The procurement as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number} in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the level {level} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose that criterion too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this criterion out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I read the official figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comprehensive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{one}” and “{other}” do not go together, says their source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” stands twice ({one} and {other}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” stands twice ({level}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{one}” and “{other}” both limit it, at {first} and at {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{one}” and “{other}” ask for at least {low} and at most {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{do} For example: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the award criteria add up to {total} %, not to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not say whether there are lots, or why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not speak of accessibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computers and screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printers and copiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>servers, storage and data centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lamps, road lighting and traffic signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appliances with an energy label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tyres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buildings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not divided into lots, and no reason is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People will use it, and no demand speaks of accessibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not said yet whether people will use it; then accessibility is a duty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether people will use what you buy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV {code} falls under the Clean Vehicles Directive, and no demand speaks of clean vehicles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV {code} is about {named}, and no demand is about energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” names a make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” demands an origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” stands without “or equivalent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” is demanded as a whole; it also judges {more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is still to be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has confirmed “{figures}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” in “{label}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” is {number}; sensible is {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n demands that few can meet or prove come together.</source>
        <translation>
            <numerusform>%n demand that few can meet or prove stands here.</numerusform>
            <numerusform>%n demands that few can meet or prove come together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demands for lot “{lot}” that few can meet or prove come together.</source>
        <translation>
            <numerusform>%n demand for lot “{lot}” that few can meet or prove stands here.</numerusform>
            <numerusform>%n demands for lot “{lot}” that few can meet or prove come together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A purchase of {value} euro hardly bears the work that %n of its criteria make.</source>
        <translation>
            <numerusform>A purchase of {value} euro hardly bears the work that %n of its criteria makes.</numerusform>
            <numerusform>A purchase of {value} euro hardly bears the work that %n of its criteria make.</numerusform>
        </translation>
    </message>
    <message>
        <source>how producers are organised and how a premium is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the management of whole farms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the social strategy of the company and the energy of its whole site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>membership of the firm, with all that it buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the management of the whole workplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policies of the maker as a company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole business of a supplier of textiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>principles for the company as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy of the whole business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place to be filled is still empty; in a text also signs such as XX, ___ or [insert].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bidder cannot meet a demand without its figure, and nobody can check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 42(3)(a): precise enough to see the subject and to award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the figure, or take the demand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filled-in value is no number, or lies outside what the source calls sensible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip of the keyboard here shuts every bidder out, or lets every offer through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the figure with the range beside it, and correct it or note the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure is marked for checking, and the buyer has not confirmed it for this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has read this figure in the official text, so it must not pass for an official one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the official text, compare the figure, and confirm it with document and page; or put your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A criterion says neither at tender nor in the contract how it is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be checked invites promises, and offers that cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Articles 44, 60 and 67(4): bidders&apos; data must be checkable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which document, test or inspection shows that the demand is met, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A standard, label or certificate is named without “or equivalent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal standards, labels and certificates must be accepted; a document that hides this misleads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Articles 42(3)(b), 43(1), 44(1) and 62</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “or equivalent” behind the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label is demanded as a whole that also judges the firm or things outside the contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label may only be demanded where all of its criteria are linked to what is bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 43(1)(a) and 43(2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy those criteria of the label that you need, and accept the label or an equivalent as proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A make, model, trade mark or particular origin is demanded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It favours one firm. It is allowed only where nothing else describes the need well enough, and then with “or equivalent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 42(4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe what the product does: performance, size, interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demand uses words that nobody can test, with no figure, method or named rule beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bidder reads them in another way, so offers cannot be compared and a refusal cannot stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Articles 18(1), 42(3)(a) and 67(4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is measured, the limit, and how it is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“May”, “should” or a wish stands where a duty is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “shall” or “must” binds. What is wished for cannot be enforced, and bidders price it differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 18(1): equal treatment and transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “shall”; or take the sentence out; or make it an award criterion with points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demand is about the firm and its policy in general, not about what is bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demands and award criteria must be linked to the subject matter; a firm&apos;s general policy is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Articles 42(1), 67(3) and 70, and recital 97</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tie it to this contract: the goods supplied, the staff who work here, the sites where it is done; or note the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A selection criterion judges what is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection asks whether a firm is able; what it offers belongs to specification or award.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 58(1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a technical specification or an award criterion, or ask for experience and means instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An award criterion does not say how it is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a rule the buyer would choose freely, which the law forbids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 67(4) and (5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many points the best and the worst get, and how those between are reckoned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What price and award criteria count is missing or does not add up, or no price can be scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts and how it is scored must be published: weights as figures or a range; an order of importance only with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the weights and the rule for the price until each lot adds up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road vehicles, or services with them, are bought above the threshold, and neither a demand nor a reason speaks of clean ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Annex IV of the Energy Efficiency Directive names is bought above the threshold, and neither a demand nor a reason speaks of energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 67(5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One criterion stands twice, in the same role for the same lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two levels of one demand leave open which one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 18(1): transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one level; or keep the lower as a demand and make the higher an award criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two criteria contradict each other, or limit one property in two ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer can meet both, or nobody knows which limit counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of them, or give them to different lots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text refers to a criterion of its source that is not in this procurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bidders read of something that these documents do not have, and cannot know what is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose that criterion too, or take the reference out of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People will use it, and neither a demand nor a reason speaks of accessibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specifications for what people use take persons with disabilities into account, except in justified cases. The notice has a field for it (BT-754).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 42(1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a demand for accessibility, or write down why there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no division into lots, and no reason for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lots are optional, but the main reasons for not dividing must be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 46(1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide into lots, or write the main reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two dates of the procurement are in the wrong order, or leave no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong date goes from here into the notice, the documents and the checks of the contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the date that is wrong; give firms time to offer, and yourself time to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each State must reach minimum shares of clean vehicles; your ministry says which share is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2009/33/EC as changed by (EU) 2019/1161, Articles 3 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for clean vehicles (cars and vans: 0 g CO₂ per km since 2026), or note why not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the thresholds only goods, services, buildings and works of high energy efficiency are bought, unless that is technically not feasible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive (EU) 2023/1791, Article 7 and Annex IV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the energy class or the core EU criteria on energy, or note why that is not feasible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demands that few offers meet, or few firms can prove, come together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each may be fine; together they can leave one bidder or none. Demands must be proportionate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Articles 18(1) and 42(2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the market first, take a softer level, or make some of them award criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small purchase carries much to prove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small firms stay away where the papers cost more than the order brings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive 2014/24/EU, Article 18(1): proportionality; below the thresholds national rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the one or two demands that matter most, with a proof that firms have at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} ({law})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights run from {least} % to {most} % together; 100 % is not between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middles of the ranges, which are counted with, add up to {total} %, not to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price that scores 0 is not above the lowest price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of prices and scores is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table of prices and scores the limits must rise and the scores fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score in the table of prices and scores is not between 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are rounded to 0 to 6 decimals, and no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is no rule for points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no rule for points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” does not say how many points an offer gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the order of importance is given, without the reason why weights cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” asks for a score of at least {minimum}; scores run from 0 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has a weight below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has a range whose lower end is above the upper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no place in the order of importance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot “{lot}”: {wrong}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights add up to {total} %, not to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights add up to no points at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is about the firm in general, not about what is bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This judges what is offered, not whether the firm is able.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” lets the bidder decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” cannot be tested as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” does not bind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline for offers is before the publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract starts before the publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract ends before the publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract starts before the deadline for offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract ends before the deadline for offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline for offers is on the day of publication: nobody has time to make an offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract starts on the day when offers are due: there is no time to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refers to {code} of its source, which this procurement has for other lots only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refers to {code} of its source, which is not in this procurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refers to “{title}” ({code} of its source), which is not in this procurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own criterion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Argentina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Australia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>India</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>covered by a minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered by an award criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered by a clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not covered yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can open the program without it for now: you can read and search everything, but nothing you do is kept, and the file is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open without my data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program can make a new workspace of what can still be read. The damaged file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go back to a backup; what you did since then is only in the damaged file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met a fault of its own. Your data is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working. Please send the report below to your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>it is no sound DOCX file ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a Strict Open XML document; save it as an ordinary Word document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder of this name is there; choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file is there already; replace it, or choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many files of this name; choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logo has more than {most_bytes} bytes; take a smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logo cannot be read as a picture ({error}); take a PNG or JPEG file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logo is too long and thin for the top of a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no sound ODT file ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no page style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as .docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as .docx or .odt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open its source and save that as .docx or .odt, or copy its text into a .txt file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as .odt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {endings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be reviewed; {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no text; save it as plain text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in an unknown encoding; save it as plain text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no ordinary file; name a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a password or an old form; open it, take the password off, and save it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not what its ending says; open it in the program that made it, and save it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than {most} MB; split it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no text; save it again in Word or LibreOffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no text; save it again in LibreOffice or Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF is written by the window; take docx or odt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its index makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} rows where there must be one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name {name} is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an SQLite file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is another program&apos;s SQLite file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes instead of {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no schema version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says schema {schema}, its head says {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say which program it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table {missing} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {size} bytes, more than {most_packed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {name} has more than {most_xml} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a password or an old form; open it, take the password off, and save it as .{ending}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no sound {form} file ({error}); save it again in its own program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} parts, more than {most_parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part is in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {filename} leads out of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {filename} is a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has macros or embedded objects ({filename}); save it without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked it has more than {most_unpacked} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {filename} grows more than {most_times} times when unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has macros; save it without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no {form} document; save it as .{ending}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a password; save it without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {name} is no sound XML ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {name} declares a document type or entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {name} is nested more than {most_deep} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has macros or embedded objects ({short} in {name}); save it without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field in {name} takes something from elsewhere ({found}); take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes something from {address}, outside of it; save it as a new document without this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not TOML: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no key {unknown}, only: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data names a folder, such as: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data is a folder beside this file, such as: {example}; {value} is another on each computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not TOML ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is not a setting; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme is one of {names}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text_scale is a whole number from {smallest_text} to {largest_text}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is true or false, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is a whole number of kilobytes from 0 to {largest_kilobytes}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy is &quot;&quot;, &quot;none&quot; or an address such as http://proxy.example:3128, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden is a list of names of libraries, such as [&quot;ghent&quot;], not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ca_file is the path of a file between quotation marks, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {type} of that size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a library&apos;s name has small letters, digits and hyphens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody can add a source of updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library {library} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source of the library {library} cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be deleted ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy names this root file, and it cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root of {library} has another fingerprint than the policy says: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write only: addresses = [&quot;https://…&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every address is a text between quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its root was valid until {expires}; a newer root is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its root has expired; a newer root is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is older than what was received before, or its parts do not fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not signed with enough keys of the publisher who is trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file is not the one that was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file is longer than it may be ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file is missing; the copy is not complete, or is just being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata makes no sense ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not name the one pack of an edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says of its edition does not have the form of a release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a file {path}, which is no file of a release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file {name} is not the one that was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file {name} is missing; the copy is not complete, or is just being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings say never to use the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads from one address to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads to {target}, where no update is fetched from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer breaks off in its headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for bytes from {start}, got {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answers {status} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server has packed the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sends too slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer breaks off before its length is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificates in {ca_file} cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy {proxy} cannot be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no update file: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds too many files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link; name a folder without links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is connected to no local network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no address ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other edition here holds what is damaged in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edition {accept_expired} is old and cannot be accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this library has no address; choose a folder, a stick or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no file of a release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of the library {name}, not of {library}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack is not the one that was announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what came of it is not sound: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what came of it is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is no id of a procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} criteria; {most} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} lots; {most} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} offers; {most} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} lines of history; {most} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} dates to follow up; {most} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} is no currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language} is no language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two of its lots have the same id, or one has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the criterion {title} does not say where it is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what {title} was copied from is no criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the criterion {title} has no level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is no name of a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no number of burden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a criterion in it has no form of its own ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no number of months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no number of decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{zero_at} times the lowest price cannot score nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: it cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the copy is not sound: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” could not be read from it again: {reason}; correct that first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is missing in it, or does not belong to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two procurements in it have the same id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a procurement in it makes no sense ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {name} makes no sense ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is more than one file can hold; save procurements one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {most} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a whole procurement file ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {most_entries} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it unpacks to more than a procurement can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry {filename} unpacks to far more than it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry {filename} does not belong into such a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry {filename} stands in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted; ask for it without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry {filename} is compressed in a way that is not used here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no procurement file: it does not say its format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later version of the program wrote it ({program}, format {number}); this reads {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says about itself makes no sense ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has the format {format}; this reads {ours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more bookmarks than anybody keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in it is longer than {longest_name} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more notes than anybody writes, or two with one id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is no id of a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a note in it is longer than one may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is no address of a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more searches than anybody saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in it has {number} characters; {longest_text} is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it is larger than anything that can be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it has more than {most_decimals} decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>procurements: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>procurement {procurement_id}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the workspace cannot be used ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the folder cannot be used ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: there is no library here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: this is not a sound library ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: library schema {found} is newer than {supported}; it needs Procura Desktop {needs} or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: library schema {found} is older than {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: workspace version {found} is newer than {supported}; use the later version of the program that wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the workspace cannot be opened ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: a procurement in it cannot be read ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {levels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no ambition levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say its {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words make no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list cannot show the record {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row of {record_id} makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its index names records that are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record {number}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of synonyms: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture {path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {number} records and says {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its records are not those that were published: the digest differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture {path} is not as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row of {record} does not fit its record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no library {name} is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two records are called {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two assets are called {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library that the update starts from is damaged: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the update leads to other lines than were published: the digest differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes are too many to compress against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed text is broken: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed text holds more than {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed text is cut short, or something follows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack is broken: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack holds more than {most} bytes, or a line of more than {longest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack does not end where it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too much has changed for a delta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this update was made for another library: {name} differs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the delta has other lines than it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no delta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the delta has format {format}: a later version of the program is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head of the delta makes no sense: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the delta is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not as published: its hash differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a line of another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two lines are called {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no name of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no picture or list of synonyms: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no name of a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {record} cannot be written: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {record} would not be the same when read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no record: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no pack: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack has format {format} and needs program {needs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack has {number} lines and says {entries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lines of the pack are not those that were published: the digest differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the program is writing to it; try again when it is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no passage: {length} characters at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {record} of kind {kind} has the details {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty, and the log beside it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty, and there are backups of what it held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Specification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection and award criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract annex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer form for bidders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer form as a table (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation of offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation as a table (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification and follow-up plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File note: choices, reasons, sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates for your calendar (.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for the eForms notice as a table (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for the eForms notice (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields for the eForms notice (.xml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open contracting data, OCDS (.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice (.odt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text (.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun from the earlier procurement “{title}” ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun from the template “{title}” ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the new wording of “{title}” (version {before} → {after}, library {library} {edition})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the older wording of “{title}” (version {before} → {after}, library {library} {edition})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the new wording of “{title}” (now {id}, library {library} {edition})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept the wording of “{title}” over version {version} (library {library} {edition})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept “{title}”, which the library {library} {edition} has no more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hits</name>
    <message>
        <source>Saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” also means {meant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through CPV: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is {language} for {meant}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>All product groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mending</name>
    <message>
        <source>Your data of then are brought back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as it was on {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data of before are kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be read is rescued…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could be read is in a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at {path}. Install the program again, or ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({detail}). Your own notes are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is newer than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} needs Procura Desktop {needs} or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is older than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} was made for an earlier version of the program. The next update brings it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be used. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record has the address {record_id}. It may have been renamed: try the search field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an address. One looks like procura:main/guidance/labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This level does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{level}” is no level of this criterion: {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This procurement is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace has no procurement {procurement}. It may have been deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This procurement is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is closed. Open it again before you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This procurement was changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was saved by another program since you opened it. It is opened anew; your last change was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was changed or deleted since it was taken in. Everything is left as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {detail}. Nothing of yours was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {detail}. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open contracting data needs your prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with this procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} has a fault: {detail}. The built-in settings are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice is not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {detail}. Your choice holds until you close the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portable program cannot find your files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} has a fault: {detail}. Correct it, or delete it to use the folders of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is at a place that can only be read ({detail}). You can read and search everything; what you do now is lost when you close the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for {path}. You can read and search everything, but nothing new is kept. Make room on this disk, then start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace is open elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} has {path} open on the computer {computer} since {since}. You can read and search everything, but nothing new is kept. Close the program there, then start it here again. If it no longer runs there, delete the file {lock}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {path}. You can read and search everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy of your organisation has a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is updated, and the network is not used, until it is mended. Tell your administrator: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}. The policy of your organisation says so ({key}); ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace is newer than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of the program wrote {path}. Use that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be opened ({detail}). It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A procurement cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {path} holds of it makes no sense ({detail}); the others can be opened. You can go back to a backup: Settings, Your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program has {path} open. Close every window and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workspace cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be used. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source of updates cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be read just now ({detail}). Your library works as before; try later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source of updates is too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} answers, but sends next to nothing ({detail}). What has arrived is kept, and your library works as before; try later, or on another line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock says {clock}, but your library is of {newest}, so no secure connection to {source} can be made. Set the clock of the computer and try again. Your library works as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local network cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot use it just now ({detail}). Your library works as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no update here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds no release. Choose the folder with “metadata” and “targets” in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No publisher is trusted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source for the library “{library}” first, with the root file of its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {source} gave is not what the publisher signed: {reason}. Your library is as it was. Tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This edition is old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} of {published} was to be renewed by {expired}; your clock says {clock}. Check the clock, or get a newer edition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a newer edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has edition {offered}; edition {installed} is installed and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is newer than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} needs Procura Desktop {needs} or later. Ask for the program&apos;s update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {path} ({detail}). Make room, or choose a place where you may write; what was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program cannot go on without it ({detail}). Install it again, or copy it as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another update is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written. Write the prefix of your identifiers (OCID), such as ocds-a1b2c3: the Open Contracting Partnership registers one for your organisation. Or take the tick away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({detail}). Your work and the earlier backups are kept. Make room there, or see that this folder can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other edition of the library “{library}” is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library is as it was. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content has faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct these faults: {faults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to a desktop to open the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is missing. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>The library went back to version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another criterion took its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library went back to an older edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library went back to an edition without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its library is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library went back to version {old} of this criterion. You chose version {own}, which is newer: your text stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library went back to an older edition. What you chose is newer: your text stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library went back to an edition that does not have this criterion yet. Your text stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you kept yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof with the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof during the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How points are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What took its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: write “{theirs}” where you have “{mine}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>changed {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight, {colour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown files (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlighted {colour}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>organisation</name>
    <message>
        <source>Set by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>origins</name>
    <message>
        <source>What is of another library says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the library “{library}”, which is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the main library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library “{library}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {library}, edition {version}, publisher not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {library}, edition {version}, published by {publisher}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publisher not named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Choose criteria, fill in your figures, and leave with the documents: the specification, the award criteria with their weights, the contract clauses, the form for the bidders.

A small purchase takes five minutes. What you type is saved at once, on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parcels</name>
    <message>
        <source>Only in yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in what the file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the procurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for, and why now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPV codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated value, without VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline for offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact for bidders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will people use what you buy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nothing is asked for accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no clean vehicles are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nothing is asked for energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not divided into lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambition level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof with the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof during the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How points are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was copied from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the subject matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion that was confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version that was confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the source that was decided on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How criteria are weighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no weights can be given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a price becomes a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score 0 from how many times the lowest price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded to decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between equal totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs that no text may have were taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied criteria were cleaned of what may not be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things with the same number got a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>criteria named a lot that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers had scores for criteria that are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures stood twice; the last one counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes that are none were taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates that are none were taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>criteria were put into the order of the documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>placard</name>
    <message>
        <source>What other buyers did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real purchases with their results, and what the buyers would do again. Choose a case in the list to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word in a sentence or two, with its names in other languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last update changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, changed and removed texts of the edition in use. Choose one in the list to see word by word what is different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to do it, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first count of needs to the contract, in the order of the work. Choose an entry in the list to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance, criteria, cases, labels and terms are found while you type. Choose a result to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laptop battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds both words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“life cycle”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds words that follow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chair -wood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves out what has the word wood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind:case food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks among the cases alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schoonmaak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of other languages are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>39130000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds what has this CPV code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returns to the search field, then empties it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ ↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens the marked entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searches from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>policy</name>
    <message>
        <source>the main library cannot be forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is required too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version has no words in {language}, and follows the system; it has {carried}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is {values}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a library&apos;s name has small letters, digits and hyphens, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write each source as a table of its own, {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library {name} has two sources; name all addresses in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no key of a source; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the library, such as {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a list of addresses, such as {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either root, the path of the publisher&apos;s root file, or root_json, its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the full path of the publisher&apos;s root file, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the text of the publisher&apos;s root file, between {marks} and {marks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the SHA-256 of the root file, 64 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy cannot be read ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a policy has at most {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not UTF-8 ({reason}); save the file as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write true or false, in small letters and without quotes, not {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not TOML ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a table: write {table}, and keys below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move this key below [defaults] or [locked]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not known here and has no effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not known here and has no effect; did you mean {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may write to this file; take that right away (chmod o-w)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no property list ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a dictionary with defaults and locked in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a full path, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables, see below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of names of libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a language such as &quot;fr&quot; or &quot;pt-BR&quot;, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time of day such as &quot;20:00-06:00&quot;, or empty for always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;&quot;, &quot;none&quot; or an address such as &quot;http://proxy.example:3128&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text of one line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>its pages cannot be painted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>procurement</name>
    <message>
        <source>It contradicts “{title}”: take one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the heaviest impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On medium impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On light impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small purchase, by national rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitive with negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitive dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innovation partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core: main impacts, easy to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprehensive: the best on the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical specifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number above {most} and no more than {decimals} decimals can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message>
        <source>materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>climate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pollution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works on a hotspot of high weight: {impact} in {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works on a hotspot of medium weight: {impact} in {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works on a hotspot of low weight: {impact} in {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works on {impact} in {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the three that matter most for this product group, by the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the three that matter most for this product group, by the judgement of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to the criteria of this product group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most suppliers can meet it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A growing share of suppliers can meet it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few suppliers can meet it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many suppliers can meet it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its proof is easy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its proof takes some work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its proof is heavy work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>You use edition {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You use edition {version} of {library}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered, since their files are not here yet: {libraries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} is offered. Others find it as “{name}”, or at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} of {library} is offered. Others find it as “{name}”, or at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} is offered. Others cannot find it by themselves on this network: tell them the address {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} of {library} is offered. Others cannot find it by themselves on this network: tell them the address {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To offer edition {version}, its signed files have to be here. It takes {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library}, edition {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To offer them, signed files have to be here: {editions}. It takes {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>{library}, as it came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library}, edition {version} of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published by {publisher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is more than a year old: check what you use in the official documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds} s on this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} min on this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version}{by} is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept on this computer: nothing has to be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is here; it is being checked and put in use…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {version} is in use: {added} added, {changed} changed, {removed} removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {offered} of the program is there too; you use {installed}. Whoever looks after your computer installs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or stick with an edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update file (*.procura)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write the newest edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This edition, {version}, is of {published}. It was to be renewed by {expired}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your clock says {clock}. If that is right, a newer edition exists elsewhere. You can use this one all the same; it is only taken if it is newer than yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By product group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy and targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do we need?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the specification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select suppliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical specification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprehensive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>△ Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures were read in the source that is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, kind and level were read in a source; the wording is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From general knowledge: check it in the official document before use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pollution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
