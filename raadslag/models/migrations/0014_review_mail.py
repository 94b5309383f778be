from django.db import migrations, models

from raadslag.rules.mail_kinds import MailKind

KINDS = [
    (MailKind.INVITATION, 'mødeindkaldelse'),
    (MailKind.AGENDA, 'dagsorden'),
    (MailKind.REVIEW, 'dagsorden til gennemlæsning'),
    (MailKind.APPROVAL, 'til godkendelse'),
    (MailKind.HEARING, 'høring'),
    (MailKind.ACCOUNT, 'log ind'),
    (MailKind.RETURNED, 'sendt tilbage'),
    (MailKind.DECISION, 'beslutning'),
    (MailKind.NEWS, 'nyt'),
    (MailKind.REMINDER, 'påmindelse'),
]


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0013_notice_keys'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=KINDS, default=MailKind.NEWS, max_length=20),
        ),
        migrations.AlterField(
            model_name='outboxmail',
            name='kind',
            field=models.CharField(choices=KINDS, max_length=20, verbose_name='slags'),
        ),
    ]
