## Mejl: godkännanden

approval-mail-subject-asked = Ditt beslut behövs: { $title }, { $when }
approval-mail-subject-approved = Godkänt: { $title }, { $when }
approval-mail-subject-declined = Avslaget: { $title }, { $when }
approval-mail-subject-expired = Inget beslut i tid: { $title }, { $when }
approval-mail-subject-withdrawn = Ändrat under tiden: { $title }, { $when }
approval-mail-asked = { $name } ber dig godkänna ett möte som överskrider gränser. Ingen är inbjuden än; tiden hålls tills du har bestämt dig.
approval-mail-asked-change = { $name } ber dig godkänna en ändring av ett möte som överskrider gränser. Mötet ligger kvar som det är tills du har bestämt dig.
approval-mail-approved = { $name } har godkänt mötet. Inbjudningarna är på väg.
approval-mail-approved-change = { $name } har godkänt ändringen. Alla berörda får besked.
approval-mail-declined = { $name } har avslagit mötet. Ingen har blivit inbjuden, tiden är fri igen och planen finns bland dina utkast.
approval-mail-declined-change = { $name } har avslagit ändringen. Mötet ligger kvar som det var.
approval-mail-expired = { $name } hann inte fatta beslut i tid. Ingen har blivit inbjuden, tiden är fri igen och planen finns bland dina utkast.
approval-mail-expired-change = { $name } hann inte fatta beslut i tid. Mötet ligger kvar som det var.
approval-mail-withdrawn = { $name } har ändrat mötet, så din förfrågan gäller inte längre. Titta på mötet som det är nu och fråga igen om det fortfarande behövs.
approval-mail-decide = Besluta
approval-mail-open = Öppna mötet
approval-mail-until = Bestäm dig före { $when } ({ $zone }). Länken fungerar en gång och bara för dig.

## Godkännanden: vad som frågas

approval-passed = Gränser som överskrids
approval-reason = Skälet: { $reason }
approval-stands = Ursprunglig tid: { $when }
approval-title = Godkännande: { $title }
approval-asked-by = { $name } frågade, { $when }
approval-now = Som det ser ut nu
approval-now-nothing = Ingen gräns överskrids längre.
approval-until = Bestäm dig före { $when }. Annars blir tiden fri igen.
approval-note = Meddelande till { $name } (valfritt)
approval-approve = Godkänn
approval-decline = Avslå
approval-choose = Välj om du godkänner eller avslår.
approval-own = Du har själv bett om det eller planerar mötet, så någon annan beslutar.
approval-worse = Siffrorna har ändrats sedan förfrågan skickades. Titta på dem och besluta igen.
approval-blocked = En gräns stoppar nu mötet. Det kan bara avslås.
approval-as = Du beslutar som { $name }.
approval-done-approved = Godkänt. Alla berörda får besked.
approval-done-declined = Avslaget. { $name } får besked.
approval-decided-by = { $name }, { $when }
approval-state-open = Väntar
approval-state-approved = Godkänt
approval-state-declined = Avslaget
approval-state-expired = Inget beslut i tid
approval-state-withdrawn = Återtaget

## Godkännanden: listor

approvals-title = Godkännanden
approvals-waiting = Väntar på dig
approvals-waiting-none = Inget väntar på ditt beslut.
approvals-asked = Dina förfrågningar
approvals-asked-none = Du har inte bett om något godkännande.
approvals-matter = { $name } ber om godkännande: { $title }

## Godkännanden: på mötets sida

approval-waits = Väntar på { $name } till { $when }
approval-waits-plan = Ingen är inbjuden än. Tiden hålls.
approval-waits-change = Mötet ligger kvar som det är tills dess.
approval-proposed = Föreslagen tid
approval-withdraw = Återta
approval-change-it = Ändra
approval-done-asked = { $name } har fått frågan. Tills dess får ingen annan besked, och tiden hålls.
approval-done-withdrawn = Förfrågan är återtagen och tiden är fri igen.
approval-override-own = { $name }, { $when }
approval-override-allowed = { $name }, godkänt av { $approver }, { $when }
approval-nobody = Det här kräver ett godkännande, och det finns ingen annan som kan ge det. Be en administratör utse en chef för teamet.

## Logg: godkännanden

audit-meeting-approval-asked = Bad om godkännande
audit-meeting-approved = Godkände
audit-meeting-approval-declined = Avslog en förfrågan
audit-meeting-approval-expired = Inget godkännande i tid
audit-meeting-approval-passed-on = Frågade någon annan om godkännande
audit-meeting-approval-withdrawn = Återtog förfrågan
