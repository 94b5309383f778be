import uuid

from django.db import migrations, models


def draw_keys(apps, _editor):
    """Each notice that is there already gets a key of its own: a default is drawn once for all rows."""
    notices = apps.get_model('desk', 'Notice').objects
    for pk in notices.values_list('pk', flat=True):
        notices.filter(pk=pk).update(key=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0012_agenda'),
    ]

    operations = [
        migrations.AddField(
            model_name='notice',
            name='key',
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.RunPython(draw_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='notice',
            name='key',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
